import { receivesMail } from '#identity';
import type { CivilDate, Zones } from '#kernel';
import { partiesOf, seatsAt, type SeatAt } from '#parties';
import type { ReadTx } from '#platform';
import type { SheetWorld } from '../domain/edit.js';
import { enteringBounds, partySaidFor, type EnteredAct, type EnteredKind } from '../domain/entered.js';
import type { Hand } from '../domain/hand.js';
import type { Sheet } from '../domain/sheet.js';
import { haveBeenHere } from '../store/entered.store.js';
import { isUuid } from '../store/uuid.js';
import { worldOf } from './programme.reader.js';

const day = 86_400_000;

/** What the rules of an entry ask of the world. */
export interface Ground {
  /** The sayer, with her seats for that one party the day she said it. */
  readonly sayer: Hand;
  readonly partyId: string | null;
  readonly capacity: { readonly office: string; readonly officeAr: string };
  readonly today: CivilDate;
  readonly since: CivilDate | null;
  readonly answers: boolean;
  readonly world: SheetWorld;
}

interface Asked {
  readonly partnershipId: string;
  readonly act: EnteredKind;
  readonly personId: string;
  readonly saidOn: CivilDate;
  readonly sheet: Sheet | null;
}

/** Who held which seat on a civil day: noon of it is the same day in every territory of ours. */
const seatsOn = (tx: ReadTx, partnershipId: string, at: { on: CivilDate; zones: Zones }): Promise<SeatAt[]> =>
  seatsAt(tx, partnershipId, { instant: at.zones.instantOf(at.on, '12:00', 'UTC'), zones: at.zones });

/** Has a coordinator of that party, in office today, been here within the days that count? */
export async function partyAnswers(tx: ReadTx, seats: readonly SeatAt[], at: { readonly partyId: string; readonly now: Date }): Promise<boolean> {
  const coordinators = seats.filter(({ partyId, category, holder }) => partyId === at.partyId && category === 'COORDINATOR' && holder && receivesMail(holder.mailAddress));
  const ids = coordinators.flatMap(({ holder }) => (holder ? [holder.personId] : []));
  return ids.length > 0 && haveBeenHere(tx, ids, new Date(at.now.getTime() - enteringBounds.silentDays * day));
}

const zoneOf = (seats: readonly SeatAt[], partyId: string | null): string => seats.find((seat) => seat.partyId === partyId)?.zone ?? 'UTC';

export async function groundOf(tx: ReadTx & { recordedAt(): Date }, { partnershipId, act, personId, saidOn, sheet }: Asked, zones: Zones): Promise<Ground> {
  const world = await worldOf(tx, partnershipId);
  const then = await seatsOn(tx, partnershipId, { on: saidOn, zones });
  const held = isUuid(personId) ? then.filter(({ holder }) => holder?.personId === personId) : [];
  const seats = held.map(({ partyId, category: persona }) => ({ partyId, persona }));
  const partyId = partySaidFor(act, { personId, seats }, sheet?.authorPartyId ?? null);
  const wanted = act === 'VALIDATE_PLAN' ? ['COORDINATOR'] : ['TECHNICIAN', 'COORDINATOR'];
  const seat = held.find((one) => one.partyId === partyId && wanted.includes(one.category));
  const zone = zoneOf(then, partyId);
  const submitted = act === 'CO_VALIDATE_SHEET' || act === 'RETURN_SHEET' ? sheet?.submittedAt : null;
  return {
    sayer: { personId, seats: seats.filter((one) => one.partyId === partyId) },
    partyId,
    capacity: { office: seat?.office ?? '', officeAr: seat?.officeAr ?? '' },
    today: zones.civilAt(tx.now(), zone).date,
    since: submitted ? zones.civilAt(submitted, zone).date : null,
    answers: partyId !== null && (await partyAnswers(tx, await seatsAt(tx, partnershipId, { instant: tx.now(), zones }), { partyId, now: tx.recordedAt() })),
    world,
  };
}

/** The civil day, now, of the party an act is said for. */
export async function dayAtParty(tx: ReadTx, { partnershipId, partyId }: Pick<EnteredAct, 'partnershipId' | 'partyId'>, zones: Zones): Promise<CivilDate> {
  const party = (await partiesOf(tx, [partnershipId])).get(partnershipId)?.find(({ id }) => id === partyId);
  return zones.civilAt(tx.now(), party?.territory.zone ?? 'UTC').date;
}
