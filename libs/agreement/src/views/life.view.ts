import { allow, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { longest } from '../domain/life-wording.js';
import { readStamps } from '../domain/stamp.js';
import { LifeReader } from './life.reader.js';
import { AgreementLifeType, StampReadingType } from './life.types.js';

allow('Query.agreementLives', 'SIGNED_IN');
allow('Query.readStamps', ['COORDINATOR'], { partnershipOf: ({ partnershipId }) => partnershipId as string | undefined });

/** What binds the parties and where it stands; and what a stamp says, before anything of it is kept. */
@Resolver()
export class LifeView {
  constructor(private readonly lives: LifeReader) {}

  @Query(() => [AgreementLifeType], { description: 'La vie de chaque accord du partenariat, le plus ancien d’abord.' })
  async agreementLives(@Args('partnershipId', { type: () => ID }) partnershipId: string, @Context() request: GraphqlRequest): Promise<AgreementLifeType[]> {
    return this.lives.all(await request.read(), partnershipId);
  }

  @Query(() => StampReadingType, { description: 'Lit le texte collé d’un acte tamponné, sans rien enregistrer.' })
  readStamps(@Args('partnershipId', { type: () => ID }) _partnershipId: string, @Args('text', { type: () => String }) text: string): StampReadingType {
    const { id, ...reading } = readStamps(text.slice(0, longest.stamp));
    return { ...reading, actId: id?.text ?? null, warnings: [...reading.warnings], unreadable: reading.unreadable.slice(0, 20).map((found) => found.slice(0, 160).toWellFormed()) };
  }
}
