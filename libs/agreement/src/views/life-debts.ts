import { compareDates, type CivilDate, type RuleSource, type Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';
import { entriesOf, type Entry } from '../domain/register.js';
import { standingOf } from '../domain/standing.js';
import { executorySource } from '../domain/transmission.js';
import { livingAgreements } from '../store/life.store.js';
import { caseOf, type LifeCase } from './life.desk.js';
import { registerDebtsOf, type RegisterDebt } from './register-debts.js';

/** A French act received by the prefecture whose publication nobody has recorded (0-02), and who owes it: the party's coordination. */
export interface PublicationDebt {
  readonly kind: 'PUBLICATION';
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly entryId: string;
  readonly partyId: string;
  readonly partyShortName: string;
  /** The act's own identifier, when it is known. */
  readonly actId: string | null;
  readonly receivedOn: CivilDate;
  /** From when it is owed: the day of receipt, or the later day on which the register learnt of it. */
  readonly since: CivilDate;
  readonly debtorIds: readonly string[];
  readonly source: RuleSource;
}

/** The choice the parties owe one another before a period is renewed by itself (C5 Q17). */
export interface RenewalDebt {
  readonly kind: 'RENEWAL';
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly displayName: string;
  readonly ordinal: number;
  /** The day it is owed from, the day the period is renewed, and the last day for a notice. */
  readonly reviewOn: CivilDate;
  readonly renewsOn: CivilDate;
  readonly lastNoticeOn: CivilDate | null;
  readonly source: RuleSource;
}

export type LifeDebt = PublicationDebt | RenewalDebt;

/** The day the register first knew that the act was received, in the party's zone; never before the receipt itself. */
function knownSince({ versions, parties }: LifeCase, { id, content, partyId }: Entry<'TRANSMISSION'>, zones: Zones): CivilDate {
  const first = versions.find((version) => version.id === id && (version.content as typeof content).receivedOn !== null);
  const zone = parties.find((party) => party.id === partyId)?.territory.zone ?? 'Europe/Paris';
  const learnt = first ? zones.civilAt(first.occurredAt, zone).date : content.receivedOn!;
  return compareDates(learnt, content.receivedOn!) > 0 ? learnt : content.receivedOn!;
}

async function publicationsOf(tx: ReadTx, life: LifeCase, zones: Zones): Promise<PublicationDebt[]> {
  const missing = entriesOf(life.facts.entries, 'TRANSMISSION').filter(({ content }) => content.receivedOn !== null && content.publishedOn === null);
  if (missing.length === 0) return [];
  const { partnershipId, id: agreementId } = life.agreement;
  const coordinators = (await seatsAt(tx, partnershipId, { instant: tx.now(), zones })).filter(({ category, holder }) => category === 'COORDINATOR' && holder);
  return missing.map((entry) => {
    const own = coordinators.filter(({ partyId }) => partyId === entry.partyId);
    const debtorIds = (own.length > 0 ? own : coordinators).flatMap(({ holder }) => (holder ? [holder.personId] : []));
    const partyShortName = life.parties.find(({ id }) => id === entry.partyId)?.shortName ?? '';
    const { actId, receivedOn } = entry.content;
    return { kind: 'PUBLICATION', partnershipId, agreementId, entryId: entry.id, partyId: entry.partyId ?? '', partyShortName, actId, receivedOn: receivedOn!, since: knownSince(life, entry, zones), debtorIds, source: executorySource };
  });
}

function renewalOf({ agreement, facts }: LifeCase): RenewalDebt[] {
  const { state, renewal, period } = standingOf(facts);
  const { term } = facts.rules;
  if (state !== 'IN_FORCE' || !renewal || !period || !term || renewal.reviewed) return [];
  const { partnershipId, id: agreementId, displayName } = agreement;
  return [{ kind: 'RENEWAL', partnershipId, agreementId, displayName, ordinal: period.ordinal, reviewOn: renewal.reviewOn, renewsOn: renewal.on, lastNoticeOn: renewal.lastNoticeOn, source: term.source }];
}

/** What the lives of agreements owe, now or later, in reach or in one partnership. */
export async function lifeDebts(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<LifeDebt[]> {
  const debts: LifeDebt[] = [];
  for (const agreement of await livingAgreements(tx, partnershipId)) {
    const life = await caseOf(tx, agreement, zones);
    debts.push(...(await publicationsOf(tx, life, zones)), ...renewalOf(life));
  }
  return debts;
}

/** The same of one partnership, with what its registers wait for: each agreement is read once. */
export async function debtsOfLives(tx: ReadTx, zones: Zones, partnershipId: string): Promise<{ lives: LifeDebt[]; registers: RegisterDebt[] }> {
  const [lives, registers]: [LifeDebt[], RegisterDebt[]] = [[], []];
  for (const agreement of await livingAgreements(tx, partnershipId)) {
    const life = await caseOf(tx, agreement, zones);
    lives.push(...(await publicationsOf(tx, life, zones)), ...renewalOf(life));
    registers.push(...(await registerDebtsOf(tx, life, zones)));
  }
  return { lives, registers };
}
