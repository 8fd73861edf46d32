import { meetingCard, type MeetingCard } from '#deliberation';
import type { Language, Zones } from '#kernel';
import { say } from '#phrases';
import type { ReadTx, SubscribedCalendar } from '#platform';
import { dueOn } from '../domain/lateness.js';
import { owes } from '../domain/owing.js';
import { matterNamed, placeOf } from './matter.js';
import type { ReminderWorld } from './reminder-world.js';

/** Where a calendar is read from: the house's clock and people, and the address its links begin with. */
export interface CalendarTools {
  readonly zones: Zones;
  readonly world: ReminderWorld;
  readonly publicUrl: string;
}

/** Three hours: the convocation says when it begins; calendars want an end. */
const usualHours = 3;

async function meetingsOf(tx: ReadTx, { zones, publicUrl }: CalendarTools): Promise<SubscribedCalendar['meetings']> {
  const rows = await tx.query<{ id: string }>(
    `select id from meeting where partnership_id = any ($1::uuid[]) and convened_at is not null and state not in ('SCHEDULED', 'POSTPONED') and civil_date > ($2::timestamptz)::date - 90 order by civil_date, id limit 200`,
    [tx.ctx.actor?.partnershipIds ?? [], tx.now()],
  );
  const cards: (MeetingCard | null)[] = [];
  for (const { id } of rows) cards.push(await meetingCard(tx, id, zones));
  return cards.flatMap((card) =>
    card === null
      ? []
      : [{
          uid: `meeting-${card.meetingId}@passerelle`,
          sequence: card.sequence,
          stamp: tx.now(),
          start: card.startsAt,
          end: new Date(card.startsAt.getTime() + usualHours * 3_600_000),
          summary: say(tx.ctx.language, 'notices.feed.meeting', { host: card.hostShortName }),
          description: card.localTimes.map(({ shortName, time }) => `${shortName} ${time}`).join(' · '),
          location: card.place,
          cancelled: card.state === 'CANCELLED',
          url: `${publicUrl}/meetings/${card.meetingId}`,
        }],
  );
}

/** What she owes by a day, named without anything a passer-by should not read: neither the title of an action nor a person. */
async function deadlinesOf(tx: ReadTx, { world, publicUrl }: CalendarTools): Promise<SubscribedCalendar['deadlines']> {
  const { actor } = tx.ctx;
  if (!actor) return [];
  const deadlines: SubscribedCalendar['deadlines'][number][] = [];
  for (const partnershipId of actor.partnershipIds) {
    const { debts, recipients } = await world.owing(tx, partnershipId);
    const me = recipients.find(({ personId }) => personId === actor.personId);
    for (const debt of debts) {
      const day = dueOn(debt);
      if (!me || !day || !owes(me, debt)) continue;
      const uid = `due-${debt.kind}-${debt.objectId}-${debt.period}`.replace(/[^A-Za-z0-9._@-]/g, '-');
      const path = placeOf(debt);
      deadlines.push({ uid: `${uid}@passerelle`, sequence: 0, stamp: tx.now(), day, summary: matterNamed(debt.kind, { ...debt.details, title: 'none' }, tx.ctx.language as Language), description: '', url: `${publicUrl}${path}` });
    }
  }
  return deadlines;
}

/** A person's sessions and due dates, as she may read them today. */
export const calendarOf = async (tx: ReadTx, tools: CalendarTools): Promise<SubscribedCalendar> => ({
  name: say(tx.ctx.language, 'notices.feed.name'),
  meetings: await meetingsOf(tx, tools),
  deadlines: await deadlinesOf(tx, tools),
});
