import type { CivilDate, RuleSource, Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import { isOver, promisedOf, type FollowedAction } from '../domain/followed-action.js';
import { sources } from '../domain/sources.js';
import { actionsOf } from '../store/action.store.js';

/** A day that an action promised, a milestone's or its end's, and who answers for it: whoever holds the named seats, else the party's coordination. */
export interface ActionDebt {
  readonly partnershipId: string;
  readonly actionId: string;
  readonly title: string;
  /** The milestone; 0 for the end. */
  readonly place: number;
  readonly label: string;
  readonly dueOn: CivilDate;
  /** The day has passed, on the first party's calendar. */
  readonly past: boolean;
  readonly debtorIds: readonly string[];
  readonly source: RuleSource;
}

const holderOf = (seats: readonly SeatAt[], seatId: string | undefined): string[] => seats.flatMap((seat) => (seat.seatId === seatId && seat.holder ? [seat.holder.personId] : []));

/** On each side who answers for it today; a side that named nobody, or whose seat is vacant, answers by its coordination. */
function debtorsOf({ owners }: FollowedAction, partyIds: readonly string[], seats: readonly SeatAt[]): string[] {
  const bySide = partyIds.map((partyId) => {
    const named = holderOf(seats, owners.get(partyId));
    const coordination = seats.flatMap(({ partyId: of, category, holder }) => (of === partyId && category === 'COORDINATOR' && holder ? [holder.personId] : []));
    return named.length > 0 ? named : coordination;
  });
  return [...new Set(bySide.flat())];
}

/** What the actions of these partnerships have promised and not done, oldest first. An action that nobody follows yet promises nothing: old plans stay quiet. */
export async function actionDebts(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<ActionDebt[]> {
  const lines = await tx.query<{ partnershipId: string; id: string }>(
    `select partnership_id as "partnershipId", id from followed_action action
     where state not in ('COMPLETED', 'REPORTED', 'EVALUATED', 'CANCELLED', 'RESCHEDULED') and ($1::uuid is null or partnership_id = $1)
       and exists (select from followed_action_entry entry where entry.partnership_id = action.partnership_id and entry.action_id = action.id)`,
    [partnershipId],
  );
  const debts: ActionDebt[] = [];
  for (const id of new Set(lines.map((line) => line.partnershipId))) {
    const parties = (await partiesOf(tx, [id])).get(id) ?? [];
    const seats = await seatsAt(tx, id, { instant: tx.now(), zones });
    const today = zones.civilAt(tx.now(), parties[0]?.territory.zone ?? 'UTC').date;
    const actions = await actionsOf(tx, id, { ids: lines.filter((line) => line.partnershipId === id).map((line) => line.id) });
    for (const action of actions.filter((one) => !isOver(one))) {
      const debtorIds = debtorsOf(action, parties.map((party) => party.id), seats);
      debts.push(...promisedOf(action).map((promise) => ({ partnershipId: id, actionId: action.id, title: action.title, ...promise, past: promise.dueOn < today, debtorIds, source: sources.followUp })));
    }
  }
  return debts;
}
