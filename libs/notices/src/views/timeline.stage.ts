import { addDays, type CivilDate, type Zones } from '#kernel';
import { partiesOf, seatsAt } from '#parties';
import type { Actor, ReadTx } from '#platform';
import type { LateFacts } from '../domain/remind-late.js';
import { heardSoFar } from '../store/timeline.store.js';
import type { Owing, ReminderWorld } from './reminder-world.js';

/** A partnership as its reminders see it on the reader's civil day. */
export interface TimelineStage extends Owing {
  readonly today: CivilDate;
  /** The last day the ledger is written for. */
  readonly until: CivilDate;
  /** Who holds a seat today. */
  readonly people: ReadonlyMap<string, { readonly displayName: string; readonly party: string | null }>;
}

/** How far the ledger is written, and how far back it is shown: a quarter. */
export const quarter = 90;

/** How a stage is asked for. */
export interface StageAsked {
  readonly partnershipId: string;
  readonly actor: Actor | null;
  readonly zones: Zones;
  readonly world: ReminderWorld;
}

/** @returns the stage on the civil day of the reader's party there, else of the first */
export async function timelineStage(tx: ReadTx, { partnershipId, actor, zones, world }: StageAsked): Promise<TimelineStage> {
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const own = parties.find(({ id }) => actor?.partyIds.includes(id)) ?? parties[0];
  const today = zones.civilAt(tx.now(), own?.territory.zone ?? 'UTC').date;
  const shortNames = new Map(parties.map(({ id, shortName }) => [id, shortName]));
  const seats = await seatsAt(tx, partnershipId, { instant: tx.now(), zones });
  const held = seats.flatMap(({ holder, partyId }) => (holder ? [[holder.personId, { displayName: holder.displayName, party: shortNames.get(partyId) ?? null }] as const] : []));
  return { ...(await world.owing(tx, partnershipId)), today, until: addDays(today, quarter), people: new Map([...held].reverse()) };
}

/** What « relancer les retardataires » decides on, for one asker. */
export async function lateFacts(tx: ReadTx, stage: TimelineStage, asked: { partnershipId: string; actor: Actor }): Promise<LateFacts> {
  const heard = await heardSoFar(tx, asked.partnershipId);
  const nothing = { lastAt: null, silencedUntil: null };
  return {
    ...stage,
    now: tx.now(),
    by: { personId: asked.actor.personId, partyIds: asked.actor.partyIds },
    heard: (personId, { objectKind, objectId, period }) => heard.get([personId, objectKind, objectId, period].join('|')) ?? nothing,
  };
}
