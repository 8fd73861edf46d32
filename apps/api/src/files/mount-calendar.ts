import { isLanguage, type Clock, type Zones } from '#kernel';
import { calendarOf, readerOfFeed, type ReminderWorld } from '#notices';
import { actorOf, heldSeats } from '#parties';
import { subscribedCalendar, type Ctx, type Work } from '#platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { strangerCtx } from '../door/house-context-source.js';

/** What the door of calendars needs of the house. */
export interface CalendarDoors {
  readonly work: Work;
  readonly zones: Zones;
  readonly legal: Clock;
  /** Asked for at each reading: doors are mounted before rooms are ready. */
  readonly world: () => ReminderWorld;
  readonly secret: string;
  readonly publicUrl: string;
}

/** Nobody but the calendar that asks keeps it, and it is asked for again each time. */
const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' } as const;

/** As the person whose address it is, with the seats she holds today; `null` for an address that is closed, or of somebody who left. */
async function readerOf({ work, zones, legal, secret }: CalendarDoors, token: string): Promise<Ctx | null> {
  const instance: Ctx = { ...strangerCtx('fr', 'calendar'), audience: 'INSTANCE' };
  const reader = await work.read(instance, (tx) => readerOfFeed(tx, secret, token));
  if (!reader) return null;
  const seats = await work.read(strangerCtx('fr', 'calendar'), (tx) => heldSeats(tx, reader.personId, { instant: legal.now(), zones }));
  if (seats.length === 0) return null;
  const actor = actorOf({ personId: reader.personId, sessionId: null, stepUpAt: null }, seats);
  return { ...strangerCtx(isLanguage(reader.language) ? reader.language : 'fr', 'calendar'), actor, audience: 'MEMBER' };
}

/** `/calendar/<secret>.ics`: a person's sessions and due dates for her own calendar, without a session. An address that is none answers as if nothing were there. */
export function mountCalendar(fastify: FastifyInstance, doors: CalendarDoors): void {
  fastify.get('/calendar/:file', async (request: FastifyRequest<{ Params: { file: string } }>, reply) => {
    const { file } = request.params;
    const ctx = file.endsWith('.ics') ? await readerOf(doors, file.slice(0, -'.ics'.length)) : null;
    if (!ctx) return reply.callNotFound();
    const calendar = await doors.work.read(ctx, (tx) => calendarOf(tx, { ...doors, world: doors.world() }));
    return reply.headers(headers).send(subscribedCalendar(calendar));
  });
}
