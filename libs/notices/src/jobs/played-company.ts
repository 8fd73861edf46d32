import { rulesInForce } from '#agreement';
import { planDeadline, territoryKept, type PlanDeadlineRule, type Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import type { DebtKind } from '../domain/ladder.js';
import type { Player } from '../domain/played-year.js';
import type { Role } from '../domain/year-script.js';
import type { NamedCompany } from '../views/reminder-world.js';
import { lastRowMoves, rowDaysIn } from '../store/row-move.store.js';
import { crowdOf } from './recipients.js';

/** The deadline where no rule in force says one: the template's, « avant le 31 décembre ». */
const usualDeadline: Omit<PlanDeadlineRule, 'year'> = { day: '12-31', inclusive: false, event: 'ADOPTION', zoneRule: 'EARLIEST' };

/** Where the partnership's own text asks for each kind of thing. */
const askedBy: Readonly<Partial<Record<DebtKind, string>>> = { PLAN: 'deadline', MINUTES: 'executory', MEETING: 'convening', RENEWAL: 'renewal' };

const roles: readonly Role[] = ['CO_PRESIDENT', 'COORDINATOR', 'TECHNICIAN'];
const roleOf = (seats: readonly SeatAt[]): Role => roles.find((role) => seats.some(({ category }) => category === role)) ?? 'OTHER';

/** Those who hold a seat today and can be written to, on their own calendars; `null` for a partnership out of reach. */
export async function playedCompany(tx: ReadTx, zones: Zones, asked: { partnershipId: string; year: number }): Promise<NamedCompany | null> {
  const { partnershipId, year } = asked;
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  if (parties.length === 0) return null;
  const seats = await seatsAt(tx, partnershipId, { instant: tx.now(), zones });
  const crowd = await crowdOf(tx, partnershipId, zones);
  const held = new Map(crowd.recipients.map(({ personId }) => [personId, seats.filter(({ holder }) => holder?.personId === personId)]));
  const players = crowd.recipients.map(({ personId, audiences, ofSide = new Map() }): Player => ({ personId, audiences, ofSide, role: roleOf(held.get(personId) ?? []), partyId: held.get(personId)?.[0]?.partyId ?? '' }));
  const shortNames = new Map(parties.map(({ id, shortName }) => [id, shortName]));
  const names = new Map([...held].flatMap(([personId, [seat]]) => (seat?.holder ? [[personId, { displayName: seat.holder.displayName, office: seat.office, officeAr: seat.officeAr, party: shortNames.get(seat.partyId) ?? '' }] as const] : [])));
  const rules = await rulesInForce(tx, partnershipId);
  const rule = (rules.get('deadline')?.value as Omit<PlanDeadlineRule, 'year'> | undefined) ?? usualDeadline;
  const { day, lastValidDay } = planDeadline({ ...rule, year: year + 1 }, parties.map(({ territory }) => territory.zone), zones);
  const sources = new Map(Object.entries(askedBy).flatMap(([kind, key]) => (rules.get(key) ? [[kind as DebtKind, rules.get(key)!.source] as const] : [])));
  const territories = new Map(parties.map(({ id, territory }) => [id, territoryKept(territory)]));
  return { partnershipId, players, territories, deadline: { day, lastValidDay }, names, sources, rowDays: rowDaysIn(await lastRowMoves(tx, partnershipId)) };
}
