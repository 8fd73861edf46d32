import { accepted, compareDates, type Answer, type CivilDate, type Fact, type Subject } from '#kernel';
import { told } from './facts.js';
import { coordinatesFor, nameOf, writesFor, type Hand, type PartyName } from './hand.js';
import { enteredByCoordinator, enteredForNoOffice, enteredForOneself, enteredPartyAnswers, enteredProofRequired, saidBefore, saidInFuture } from './refusals.js';
import type { Pen } from './sheet.js';

/** The acts of the chain that somebody's word on paper or by telephone may stand for. Votes, signatures and ballots are not among them. */
export const enteredKinds = ['SUBMIT_SHEET', 'CO_VALIDATE_SHEET', 'RETURN_SHEET', 'VALIDATE_PLAN'] as const;
export type EnteredKind = (typeof enteredKinds)[number];

/** How the word came. */
export const channels = ['PAPER', 'MAIL', 'TELEPHONE', 'IN_PERSON'] as const;
export type Channel = (typeof channels)[number];

/** Our defaults (docs/adr/0018): civil days to contest; days without a sign of life after which another side may write for a party; longest note. */
export const enteringBounds = { contestDays: 15, silentDays: 30, note: 2_000 } as const;

/** An act entered by one person for another, whose word it is. Civil days are those of the party it is said for. */
export interface EnteredAct {
  readonly id: string;
  readonly partnershipId: string;
  readonly act: EnteredKind;
  readonly subjectKind: 'projectSheet' | 'actionPlan';
  readonly subjectId: string;
  /** The version of the sheet, or of the plan, that was spoken of. */
  readonly version: number;
  /** Whose word it is, in the capacity held the day it was said. */
  readonly partyId: string;
  readonly personId: string;
  readonly office: string;
  readonly officeAr: string;
  readonly byPartyId: string;
  readonly byPersonId: string;
  readonly channel: Channel;
  readonly saidOn: CivilDate;
  readonly note: string;
  /** SHA-256 (hex) of the paper that was joined. */
  readonly proofSha256: string | null;
  /** Where the sheet or the plan stood before. */
  readonly stateBefore: string;
  readonly enteredAt: Date;
  /** Last day on which it can be contested. */
  readonly contestUntil: CivilDate;
  readonly contestedAt: Date | null;
  readonly contestedBy: string | null;
  readonly contestReason: string | null;
  /** Did the chain go back? `null` while nobody contested. */
  readonly undone: boolean | null;
}

/** What is asked about an entry before the act's own rule is. */
export interface Entering {
  readonly act: EnteredKind;
  /** Who enters, with the seats held now. */
  readonly by: Hand;
  /** Whose word it is, with the seats held the day it was said. */
  readonly sayer: Hand;
  /** The party it is said for; `null` when the sayer held no office for that act that day. */
  readonly partyId: string | null;
  readonly saidOn: CivilDate;
  readonly today: CivilDate;
  /** The day since which there was something to speak of; `null` when it does not matter. */
  readonly since: CivilDate | null;
  readonly proof: boolean;
  /** Has a coordinator of that party been here lately? */
  readonly answers: boolean;
  /** Which humans held the pen for the other parties of the same thing. */
  readonly pens: readonly string[];
  readonly parties: readonly PartyName[];
}

/** The party that a person's word can stand for: her own, by the office the act asks for. `author` is preferred for a submission, set aside for a co-validation. */
export function partySaidFor(act: EnteredKind, sayer: Hand, authorPartyId: string | null): string | null {
  if (act === 'VALIDATE_PLAN') return coordinatesFor(sayer)[0] ?? null;
  const mine = writesFor(sayer);
  const other = mine.find((partyId) => partyId !== authorPartyId);
  const own = mine.find((partyId) => partyId === authorPartyId);
  return (act === 'SUBMIT_SHEET' ? (own ?? other) : (other ?? own)) ?? null;
}

/** The days: not to come, and not before there was anything to speak of. */
function mayBeSaidOn({ saidOn, today, since }: Entering): Answer<true> {
  if (compareDates(saidOn, today) > 0) return saidInFuture(saidOn);
  return since !== null && compareDates(saidOn, since) < 0 ? saidBefore(since) : accepted(true);
}

/**
 * May this be entered? By a coordinator of the sayer's own party; by another party's only where nobody of that party answers. Whenever one
 * human would then hold the pen for two parties, the paper itself must be joined.
 */
export function mayEnter(entering: Entering): Answer<string> {
  const { by, sayer, partyId, answers, proof, pens, parties, saidOn } = entering;
  const coordinated = coordinatesFor(by);
  if (coordinated.length === 0) return enteredByCoordinator();
  if (by.personId === sayer.personId) return enteredForOneself();
  if (partyId === null) return enteredForNoOffice(saidOn);
  const said = mayBeSaidOn(entering);
  if (said.refused) return said;
  const own = coordinated.includes(partyId);
  if (!own && answers) return enteredPartyAnswers(nameOf(parties, partyId), enteringBounds.silentDays);
  const bothSides = pens.includes(by.personId);
  return (!own || bothSides) && !proof ? enteredProofRequired(own ? 'BOTH_SIDES' : 'OTHER_PARTY') : accepted(partyId);
}

/** The humans whose hands wrote down these validations, theirs or another's. */
export const pensOf = (validations: readonly { readonly partyId: string; readonly personId: string; readonly pen?: Pen | null }[], besides: string | null): string[] =>
  validations.filter(({ partyId }) => partyId !== besides).map(({ personId, pen }) => pen?.personId ?? personId);

/** Whose fact it is. */
const aboutEntered = ({ partnershipId, id }: EnteredAct): { partnershipId: string; subject: Subject } => ({ partnershipId, subject: { kind: 'enteredAct', id } });

/** Both persons are in the journal: whose word it is, and who entered it. */
export function enteredTold(entered: EnteredAct): Fact {
  const { act, subjectKind, subjectId, version, partyId, personId, byPartyId, byPersonId, channel, saidOn, proofSha256, enteredAt } = entered;
  return told('ActEnteredFor', aboutEntered(entered), { kind: act, subjectKind, subjectId, version, partyId, personId, byPartyId, byPersonId, channel, saidOn, proofSha256, at: enteredAt.toISOString() });
}

/** Its words stay in the row. */
export function contestTold(entered: EnteredAct): Fact {
  const { act, subjectKind, subjectId, partyId, personId, undone, contestedAt } = entered;
  return told('EntryContested', aboutEntered(entered), { kind: act, subjectKind, subjectId, partyId, personId, undone: undone === true, at: contestedAt?.toISOString() ?? '' });
}
