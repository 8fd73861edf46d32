import { allow, mayView, MayType, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mayBring } from '../domain/hand-signature.js';
import { notFound } from '../domain/refusals.js';
import { handById, handsOf } from '../store/hand-signature.store.js';
import { MinutesStore } from '../store/minutes.store.js';
import { HandDesk } from './hand-signature.desk.js';
import { bringingHand } from './hand-signature.reader.js';
import { HandSignatureType } from './hand-signature.types.js';
import { MinutesArchive } from './minutes.archive.js';
import { MinutesType } from './minutes.types.js';

allow('Query.handSignature', 'SIGNED_IN');

/** Adds to a PV the signatures given on paper: `minutes { handSignatures { … } mayBringHandSignature { … } }`. */
@Resolver(() => MinutesType)
export class HandSignatureView {
  constructor(
    private readonly desk: HandDesk,
    private readonly store: MinutesStore,
    private readonly archive: MinutesArchive,
  ) {}

  @Query(() => HandSignatureType, { nullable: true })
  async handSignature(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<HandSignatureType | null> {
    const tx = await request.read();
    return (await handById(tx, id)) ? this.desk.present(tx, id) : null;
  }

  @ResolveField('handSignatures', () => [HandSignatureType], { description: 'Les signatures déposées sur papier, la plus récente d’abord.' })
  async handSignatures(@Parent() { id }: MinutesType, @Context() request: GraphqlRequest): Promise<HandSignatureType[]> {
    return this.desk.shown(await request.read(), id);
  }

  @ResolveField('mayBringHandSignature', () => MayType, { description: 'Déposer le scan d’une signature donnée sur papier.' })
  async mayBringHandSignature(@Parent() { id, partnershipId }: MinutesType, @Context() request: GraphqlRequest): Promise<MayType> {
    const tx = await request.read();
    const row = await this.store.find(tx, id);
    if (!row) return mayView(notFound());
    const { minutes } = await this.archive.load(tx, row);
    const waiting = (await handsOf(tx, id)).filter(({ state, version }) => state === 'ENTERED' && version === minutes.version).map(({ partyId }) => partyId);
    return mayView(mayBring(minutes, bringingHand(tx, partnershipId), waiting));
  }
}
