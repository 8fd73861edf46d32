import type { Work } from '#platform';
import { TypstPress, type Ctx } from '#platform';
import type { CivilDate, Clock } from '#kernel';
import { AnswerObservation } from './actions/answer-observation.js';
import { DraftMinutes } from './actions/draft-minutes.js';
import { EditMinutes } from './actions/edit-minutes.js';
import { FinaliseMinutes } from './actions/finalise-minutes.js';
import { ObserveMinutes } from './actions/observe-minutes.js';
import { PrintSignedMinutes } from './actions/print-signed-minutes.js';
import { ReadAsSpeaker } from './actions/read-as-speaker.js';
import { RectifyMinutes } from './actions/rectify-minutes.js';
import { ContestSignature } from './actions/contest-signature.js';
import { RefuseMinutes } from './actions/refuse-minutes.js';
import { ReturnMinutesToDraft } from './actions/return-minutes-to-draft.js';
import { ReviewMinutes } from './actions/review-minutes.js';
import { SignMinutes } from './actions/sign-minutes.js';
import { BringHandSignature } from './actions/bring-hand-signature.js';
import { ConfirmHandSignature } from './actions/confirm-hand-signature.js';
import { DeclineHandSignature } from './actions/decline-hand-signature.js';
import { WithdrawHandSignature } from './actions/withdraw-hand-signature.js';
import type { Choice } from './domain/decision-engine.js';
import { valueOf, zones, type GivenCommittee, type GivenPartnership } from './given-committee.contract.js';
import { MinutesStore } from './store/minutes.store.js';
import { HandDesk } from './views/hand-signature.desk.js';
import { MinutesArchive } from './views/minutes.archive.js';
import { SignedMinutesReader } from './views/signed-minutes.reader.js';
import { MinutesDesk } from './views/minutes.desk.js';
import { MinutesReader } from './views/minutes.reader.js';
import type { MinutesType } from './views/minutes.types.js';

/** Machines of a spec: a store that may be a planted one, a work that may be one. */
export interface MinutesMachines {
  readonly store?: MinutesStore;
  readonly work?: Work;
  readonly demo?: boolean;
}

export const press = new TypstPress();

/** Every action of the second half of the room. */
export function minutesActionsOver(given: GivenCommittee, machines: MinutesMachines = {}) {
  const { store = new MinutesStore(), work = given.work, demo = true } = machines;
  const mode = { on: demo };
  const clock: Clock = given.clock;
  const archive = new MinutesArchive(store, zones, mode, { publicUrl: 'https://passerelle.example' });
  const desk = new MinutesDesk(store, archive, zones);
  const reader = new MinutesReader(store, archive, zones, clock, mode);
  const hands = new HandDesk(desk, store, archive, zones);
  return {
    reader,
    archive,
    draft: new DraftMinutes(work, store, archive, reader, zones),
    edit: new EditMinutes(work, desk, store, reader),
    review: new ReviewMinutes(work, desk, store, reader, zones),
    observe: new ObserveMinutes(work, desk, reader, zones),
    answerObservation: new AnswerObservation(work, desk, reader),
    readAsSpeaker: new ReadAsSpeaker(work, desk, store, reader),
    rectify: new RectifyMinutes(work, desk, store, reader),
    finalise: new FinaliseMinutes(work, desk, archive, store, reader, press, zones),
    returnToDraft: new ReturnMinutesToDraft(work, desk, store, reader),
    sign: new SignMinutes(work, desk, store, given.decidables, reader, zones, mode),
    refuse: new RefuseMinutes(work, desk, store, reader),
    contest: new ContestSignature(work, desk, store, reader),
    hands,
    bringHand: new BringHandSignature(work, desk, hands),
    confirmHand: new ConfirmHandSignature(work, hands, store, given.decidables, reader),
    declineHand: new DeclineHandSignature(work, hands),
    withdrawHand: new WithdrawHandSignature(work, hands),
    print: new PrintSignedMinutes(work, store, archive, new SignedMinutesReader(archive, zones), press),
  };
}

export type MinutesActions = ReturnType<typeof minutesActionsOver>;

/** A story of minutes, told through the actions. */
export class GivenMinutes {
  readonly actions: MinutesActions;

  constructor(
    readonly given: GivenCommittee,
    readonly ours: GivenPartnership,
    machines: MinutesMachines = {},
  ) {
    this.actions = minutesActionsOver(given, machines);
  }

  as(key: string, over: Partial<Ctx> & { stale?: boolean } = {}): Promise<Ctx> {
    return this.given.as(this.ours, key, over);
  }

  /** A meeting held in Villeneuve, where everybody voted for one text; with a subject when there is one. */
  async heldMeeting(subject: { subjectKind: string; subjectId: string } | null = null): Promise<string> {
    const { actions } = this.given;
    const { ours } = this;
    const voters = [...ours.seats.keys()].filter((key) => !key.endsWith('coordinator'));
    const coordinator = await this.as('fr-coordinator');
    const plan = { partnershipId: ours.id, kind: 'EXTRAORDINARY', mode: 'HYBRID', hostPartyId: ours.france, civilDate: '2026-12-04' as CivilDate, time: '10:00', place: 'Mairie' } as const;
    const meetingId = await valueOf(actions.schedule.run(coordinator, plan));
    const what = subject ?? { text: 'Le comité valide le plan d’actions 2027.' };
    const item = await valueOf(actions.addAgendaItem.run(coordinator, { meetingId, title: 'Plan 2027', ...what }));
    await valueOf(actions.convene.run(await this.as('fr-president'), { meetingId }));
    const entries = voters.map((key) => ({ seatId: ours.seats.get(key)!, presence: key === 'ma-member-2' ? ('REMOTE' as const) : ('PRESENT' as const) }));
    await valueOf(actions.attendance.run(coordinator, { meetingId, entries }));
    await valueOf(actions.open.run(coordinator, { meetingId }));
    const { ballotId } = await valueOf(actions.openBallot.run(coordinator, { decisionId: item.decisionId!, text: null }));
    const [ballot] = (await this.given.owner.query('select text_hash from ballot where id = $1', [ballotId])) as { text_hash: string }[];
    for (const key of voters) await valueOf(actions.cast.run(await this.as(key), { ballotId, textHash: ballot!.text_hash, choice: 'FOR' as Choice, reason: null }));
    await valueOf(actions.closeBallot.run(coordinator, { ballotId }));
    await valueOf(actions.close.run(coordinator, { meetingId }));
    return meetingId;
  }

  async drafted(meetingId?: string): Promise<string> {
    return valueOf(this.actions.draft.run(await this.as('ma-coordinator'), { meetingId: meetingId ?? (await this.heldMeeting()) }));
  }

  /** Final minutes, their French and Arabic words written. */
  async final(meetingId?: string): Promise<string> {
    const minutesId = await this.drafted(meetingId);
    await this.write(minutesId, { fr: 'Les parties se félicitent du travail accompli.', ar: 'نوه الطرفان بالعمل المنجز.' });
    await valueOf(this.actions.review.run(await this.as('ma-coordinator'), { minutesId }));
    await valueOf(this.actions.finalise.run(await this.as('fr-coordinator'), { minutesId }));
    return minutesId;
  }

  async write(minutesId: string, words: Record<string, string>): Promise<void> {
    const { proseVersion } = await this.seen(minutesId, 'fr-coordinator');
    const prose = Object.entries(words).map(([language, discussion]) => ({ language, discussion }));
    await valueOf(this.actions.edit.run(await this.as('fr-coordinator'), { minutesId, expectedVersion: proseVersion, prose }));
  }

  async seen(minutesId: string, key = 'fr-president', over: Partial<Ctx> = {}): Promise<MinutesType> {
    return this.given.work.read(await this.as(key, over), (tx) => this.actions.reader.present(tx, minutesId));
  }

  /** One side's co-president signs what is before them. */
  async sign(minutesId: string, side: 'fr' | 'ma') {
    const { contentHash } = await this.seen(minutesId, `${side}-president`);
    return this.actions.sign.run(await this.as(`${side}-president`), { minutesId, contentHash: contentHash!, place: side === 'fr' ? 'Villeneuve-la-Garenne' : 'Tiznit' });
  }

  async facts(kind: string, minutesId: string): Promise<Record<string, unknown>[]> {
    return (await this.given.facts(kind)).filter((fact) => fact.subject_id === minutesId).map(({ data }) => data);
  }
}
