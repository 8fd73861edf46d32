import type { CivilDate } from '#kernel';
import { againStep } from './ladder.js';
import { isLate, lateFrom } from './lateness.js';
import { owes } from './owing.js';
import { quietHours, type Debt, type Recipient } from './planning.js';

/** Why somebody who is late gets no letter today. */
export type LeftOut = 'YOURSELF' | 'OTHER_SIDE' | 'ASKED_LATELY' | 'SILENCED';

/** Somebody late with something. */
export interface LateWith {
  readonly personId: string;
  readonly debt: Debt;
}

/** What would leave, and who is left out with the reason. */
export interface LatePreview {
  /** One letter each, with all of hers: what has waited longest first. */
  readonly letters: readonly LateWith[];
  readonly leftOut: readonly (LateWith & { readonly why: LeftOut; readonly until: Date | null })[];
}

/** What the ledger knows of a person and a matter: her last letter about it, and until when she asked for silence. */
export interface Heard {
  readonly lastAt: Date | null;
  readonly silencedUntil: Date | null;
}

/** What is owed in a partnership, who could be told, what they have heard, and who asks. `today` is the asker's civil day. */
export interface LateFacts {
  readonly debts: readonly Debt[];
  readonly recipients: readonly (Recipient & { readonly partyId: string })[];
  readonly heard: (personId: string, debt: Debt) => Heard;
  readonly now: Date;
  readonly today: CivilDate;
  readonly by: { readonly personId: string; readonly partyIds: readonly string[] };
}

const hour = 3_600_000;

/**
 * « Relancer les retardataires »: one letter each to the late of one's own side (the other side is its own coordination's affair below
 * level 2, C1.7), never within 48 hours of the last letter on the matter (F13), never against a silence that was asked for.
 */
export function remindLate({ debts, recipients, heard, now, today, by }: LateFacts): LatePreview {
  const letters: LateWith[] = [];
  const leftOut: LatePreview['leftOut'][number][] = [];
  const late = debts.filter((debt) => isLate(debt, today)).sort((one, other) => lateFrom(one).localeCompare(lateFrom(other)) || one.objectId.localeCompare(other.objectId));
  for (const debt of late) {
    for (const { personId, partyId } of recipients.filter((recipient) => owes(recipient, debt))) {
      const { lastAt, silencedUntil } = heard(personId, debt);
      const quietUntil = lastAt && new Date(lastAt.getTime() + quietHours * hour);
      const leave = (why: LeftOut, until: Date | null = null): number => leftOut.push({ personId, debt, why, until });
      if (personId === by.personId) leave('YOURSELF');
      else if (!by.partyIds.includes(partyId)) leave('OTHER_SIDE');
      else if (silencedUntil && silencedUntil > now) leave('SILENCED', silencedUntil);
      else if (quietUntil && quietUntil > now) leave('ASKED_LATELY', quietUntil);
      else letters.push({ personId, debt });
    }
  }
  return { letters, leftOut };
}

/** How many letters that makes: one a person, whatever she is late with. */
export const lettersIn = ({ letters }: LatePreview): number => new Set(letters.map(({ personId }) => personId)).size;

/** The ledger's rule of such a letter. */
export const ruleOf = ({ debt }: LateWith): string => againStep(debt.kind).rule;
