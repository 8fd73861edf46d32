import type { RuleSource } from '#kernel';
import type { Actor, ReadTx } from '#platform';
import type { RuleKey } from '../domain/questions.js';
import { changeOfRules } from '../domain/rule-life.js';
import type { LifeDuty } from './life-duty.js';
import { ruleTitle } from './rule-words.js';

/** An « erreur matérielle » that waits for the agreement of another party (C5 Q25). */
interface Awaiting {
  readonly id: string;
  readonly partnershipId: string;
  readonly key: RuleKey;
  readonly motive: string;
  readonly partyId: string;
  readonly party: string;
  readonly personId: string;
}

const awaiting = `
  select version.id, version.partnership_id as "partnershipId", version.key, version.motive, version.party_id as "partyId", party.short_name as party, version.person_id as "personId"
  from rule_version version join party on party.partnership_id = version.partnership_id and party.id = version.party_id
  where version.act = 'CORRECTION' and version.in_effect_at is null and version.closed_at is null`;

/** What a coordinator owes the rules: her word on a correction that another party asks for. */
export async function ruleDuties(tx: ReadTx, actor: Actor): Promise<LifeDuty[]> {
  const desks = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  if (desks.length === 0) return [];
  const asked = await tx.query<Awaiting>(`${awaiting} and version.partnership_id = any ($1::uuid[]) order by version.asked_at`, [desks.map(({ partnershipId }) => partnershipId)]);
  const hers = asked.filter((one) => one.personId !== actor.personId && desks.some((desk) => desk.partnershipId === one.partnershipId && desk.partyId !== one.partyId));
  return hers.map(({ id, partnershipId, key, party }) => ({
    kind: 'AGREE_CORRECTION', phrase: 'agreeCorrection', values: { title: ruleTitle(tx.ctx.language, key), party }, partnershipId, subjectId: id, source: changeOfRules, dueOn: null, href: `/rules/${key}`,
  }));
}

/** What a letter says of a correction. */
export interface CorrectionLetter {
  readonly key: RuleKey;
  readonly title: string;
  readonly party: string;
  readonly motive: string;
  readonly source: RuleSource;
}

const coordinatesAnother = `exists (select from mandate join seat on seat.partnership_id = mandate.partnership_id and seat.id = mandate.seat_id
  where mandate.person_id = $2 and mandate.partnership_id = version.partnership_id and seat.category = 'COORDINATOR' and seat.party_id <> version.party_id)`;

/** The correction that waits for this person's word; `null` once it is settled, and for whoever asked. */
export async function correctionFor(tx: ReadTx, to: { readonly versionId: string; readonly personId: string; readonly language: 'fr' | 'ar' }): Promise<CorrectionLetter | null> {
  const [found] = await tx.query<Awaiting>(`${awaiting} and version.id = $1 and version.person_id <> $2 and ${coordinatesAnother}`, [to.versionId, to.personId]);
  return found ? { key: found.key, title: ruleTitle(to.language, found.key), party: found.party, motive: found.motive, source: changeOfRules } : null;
}
