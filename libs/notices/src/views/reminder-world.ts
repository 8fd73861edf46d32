import type { RuleSource } from '#kernel';
import type { ReadTx } from '#platform';
import type { DebtKind } from '../domain/ladder.js';
import type { Company } from '../domain/played-year.js';
import type { Debt, Recipient } from '../domain/planning.js';

/** Who owes what in a partnership, and who can be told, at the instant of the reading. */
export interface Owing {
  readonly debts: readonly Debt[];
  readonly recipients: readonly (Recipient & { readonly partyId: string })[];
  /** The zone in which a person is told hours; `UTC` for whoever holds no seat. */
  zoneOf(personId: string): string;
}

/** A partnership's people, ready to play a year: named by person, office and party. */
export interface NamedCompany extends Company {
  readonly names: ReadonlyMap<string, { readonly displayName: string; readonly office: string; readonly officeAr: string; readonly party: string }>;
  readonly sources: ReadonlyMap<DebtKind, RuleSource>;
}

/** What those who plan reminders know, for those who show them. */
export abstract class ReminderWorld {
  abstract owing(tx: ReadTx, partnershipId: string): Promise<Owing>;
  /** The debts of some kinds alone. */
  abstract debts(tx: ReadTx, asked: { partnershipId: string; kinds: readonly DebtKind[] }): Promise<readonly Debt[]>;
  /** `null` for a partnership out of reach. */
  abstract company(tx: ReadTx, asked: { partnershipId: string; year: number }): Promise<NamedCompany | null>;
}
