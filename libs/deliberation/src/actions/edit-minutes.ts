import { accepted, refused, type Answer, type Json, type Language } from '#kernel';
import { allow, answered, answerUnion, missingGlyphsIn, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { wordedBy, type Wordings } from '../domain/languages.js';
import { reword, type Rewording } from '../domain/rewording.js';
import { minutesStateForbids } from '../domain/refusals.js';
import { holdsSitting } from '../domain/stewards.js';
import { MinutesStore } from '../store/minutes.store.js';
import { MinutesDesk } from '../views/minutes.desk.js';
import { MinutesReader } from '../views/minutes.reader.js';
import { MinutesType } from '../views/minutes.types.js';

@InputType()
export class MinutesProseInput {
  @Field(() => String, { description: 'fr, ar ou zgh : les langues de la convention (Art. 8).' }) language: string;
  @Field(() => String, { nullable: true, description: 'Le compte rendu des échanges ; absent : inchangé.' }) discussion?: string | null;
  @Field(() => String, { nullable: true }) reservations?: string | null;
  @Field(() => String, { nullable: true, description: 'Quand et comment se tient la prochaine séance.' }) nextMeeting?: string | null;
}

@InputType()
export class EditMinutesInput {
  @Field(() => ID) minutesId: string;
  @Field(() => Int, { description: 'Minutes.proseVersion tel que lu.' }) expectedVersion: number;
  @Field(() => [MinutesProseInput]) prose: MinutesProseInput[];
  @Field(() => Boolean, { nullable: true, description: 'Refuser plutôt que d’ouvrir une nouvelle version : un enregistrement automatique n’annule aucune signature.' }) onlyInDraft?: boolean | null;
}

export const EditMinutesAnswer = answerUnion('EditMinutesAnswer', () => MinutesType);
allow('Mutation.editMinutes', ['COORDINATOR', 'CO_PRESIDENT', 'SESSION_SECRETARY']);

/**
 * Saves the words of the PV, as they are typed. On a final or partly signed PV it opens a new version without signatures (AT-02).
 * Refused: VERSION_CHANGED, GLYPH_MISSING (a character no PDF can print), TEXT_TOO_LONG, LANGUAGE_NOT_ALLOWED, MINUTES_ARE_EXECUTORY.
 */
@Resolver()
export class EditMinutes {
  constructor(
    private readonly work: Work,
    private readonly desk: MinutesDesk,
    private readonly store: MinutesStore,
    private readonly reader: MinutesReader,
  ) {}

  @Mutation(() => EditMinutesAnswer)
  async editMinutes(@Args('input') input: EditMinutesInput, @Context() request: GraphqlRequest) {
    return answered(await this.run(request.ctx, input), async (id) => this.reader.present(await request.read(), id));
  }

  run(ctx: Ctx, input: EditMinutesInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.write(tx, input));
  }

  private async write(tx: Tx, { minutesId, expectedVersion, prose, onlyInDraft }: EditMinutesInput): Promise<Answer<string>> {
    const taken = await this.desk.takeAsKeeper(tx, minutesId);
    if (taken.refused) return taken;
    const { loaded, committee, personId } = taken.value;
    if (onlyInDraft && loaded.minutes.state !== 'DRAFT' && loaded.minutes.state !== 'REVIEW') return minutesStateForbids(loaded.minutes.state);
    if (loaded.row.proseVersion !== expectedVersion) return refused('VERSION_CHANGED');
    const edited = reword(loaded.minutes, { rewordings: prose.map(rewordingOf), at: tx.now() }, committee.rules);
    if (edited.refused) return edited;
    const { state, facts } = edited.value;
    if (state === loaded.minutes) return accepted(state.id);
    const [character, ...others] = missingGlyphsIn(state.prose as Json);
    if (character !== undefined) return refused('GLYPH_MISSING', { character, count: others.length + 1 });
    await this.store.keep(tx, loaded.row, { state, proseVersion: expectedVersion + 1 });
    const seat = holdsSitting(committee.seats, personId, committee.at);
    if (!seat.refused) await this.store.keepWording(tx, loaded.row, wordedBy((loaded.row.wording ?? {}) as Wordings, { before: loaded.minutes, after: state }, { seat: seat.value, at: tx.now() }));
    tx.tell(...facts);
    return accepted(state.id);
  }
}

/** A language that is none is not among those the rules allow: the rule refuses it. */
const rewordingOf = ({ language, discussion, reservations, nextMeeting }: MinutesProseInput): Rewording => ({
  language: language as Language,
  sections: { discussions: discussion, reservations, nextMeeting },
});
