import type { CivilDate } from '#kernel';
import { cast } from './cast.js';
import type { Stage } from './stage.js';
import type { Troupe } from './troupe.js';

/** A meeting of the story, from the convocation to the end. */
export interface MeetingPlan {
  readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
  readonly mode: 'IN_PERSON' | 'HYBRID' | 'REMOTE';
  readonly host: 'FR' | 'MA';
  readonly date: CivilDate;
  readonly time: string;
  readonly place: string;
  readonly item: { readonly title: string; readonly subjectKind?: string; readonly subjectId?: string; readonly text?: string };
}

const sides = {
  FR: { president: 'maire', coordinator: 'coordinateur', zone: 'Europe/Paris' },
  MA: { president: 'president', coordinator: 'coordinatrice', zone: 'Africa/Casablanca' },
} as const;

/** Schedules a meeting and puts its item on the agenda; answers its id. */
export async function scheduleMeeting(troupe: Troupe, stage: Stage, plan: MeetingPlan): Promise<string> {
  const { host, item, kind, mode, date: civilDate, time, place } = plan;
  const { coordinator } = sides[host];
  const hostPartyId = host === 'FR' ? stage.france : stage.morocco;
  const meeting = await troupe.play<{ id: string }>(coordinator, 'scheduleMeeting', { partnershipId: stage.partnershipId, hostPartyId, kind, mode, civilDate, time, place });
  await troupe.play(coordinator, 'addAgendaItem { __typename }', { meetingId: meeting.id, ...item });
  return meeting.id;
}

interface Sitting {
  readonly meeting: { decisions: { id: string; ballots: { id: string; textHash: string; closedAt: string | null }[] }[] };
}

const sittingDocument = 'query($id: ID!) { meeting(id: $id) { decisions { id ballots { id textHash closedAt } } } }';

/** Holds a convened meeting: everyone is there and votes for; answers when it is closed. */
export async function holdMeeting(troupe: Troupe, stage: Stage, meeting: { id: string; plan: MeetingPlan }): Promise<void> {
  const { id: meetingId, plan } = meeting;
  const { coordinator } = sides[plan.host];
  await troupe.moveTo(troupe.at(plan.date, plan.time, sides[plan.host].zone));
  const seats = await troupe.ask<{ partnership: { seats: { id: string; member: boolean }[] } }>(coordinator, 'query($id: ID!) { partnership(id: $id) { seats { id member } } }', { id: stage.partnershipId });
  const presence = plan.mode === 'REMOTE' ? 'REMOTE' : 'PRESENT';
  const entries = seats.partnership.seats.filter(({ member }) => member).map(({ id: seatId }) => ({ seatId, presence }));
  await troupe.play(coordinator, 'recordAttendance', { meetingId, entries });
  await troupe.play(coordinator, 'openMeeting', { meetingId });
  const { meeting: sitting } = await troupe.ask<Sitting>(coordinator, sittingDocument, { id: meetingId });
  for (const decision of sitting.decisions) await decide(troupe, { decisionId: decision.id, meetingId }, coordinator);
  await troupe.play(coordinator, 'closeMeeting', { meetingId });
}

async function decide(troupe: Troupe, at: { decisionId: string; meetingId: string }, coordinator: string): Promise<void> {
  await troupe.play(coordinator, 'openBallot { __typename }', { decisionId: at.decisionId });
  const { meeting } = await troupe.ask<Sitting>(coordinator, sittingDocument, { id: at.meetingId });
  const ballot = meeting.decisions.find(({ id }) => id === at.decisionId)?.ballots.find(({ closedAt }) => closedAt === null);
  if (!ballot) throw new Error('the ballot that was just opened is not there');
  for (const { key, category } of cast) {
    if (category !== 'COORDINATOR') await troupe.play(key, 'castVote { __typename }', { ballotId: ballot.id, choice: 'FOR', textHash: ballot.textHash });
  }
  await troupe.play(coordinator, 'closeBallot { __typename }', { ballotId: ballot.id });
}

/** Convened by the host's president; each member answers at once, so that nobody is reminded. */
export async function conveneMeeting(troupe: Troupe, plan: MeetingPlan, meetingId: string): Promise<void> {
  await troupe.play(sides[plan.host].president, 'conveneMeeting', { meetingId });
  for (const { key, category } of cast) if (category !== 'COORDINATOR') await troupe.play(key, 'answerConvocation', { meetingId, reply: 'COMING' });
}

/** The minutes of a closed meeting, written by the host's coordinator and made final; answers what is to be signed. */
export async function finalMinutes(troupe: Troupe, meeting: { id: string; plan: MeetingPlan }, prose: { fr: string; ar: string }): Promise<{ id: string; contentHash: string }> {
  const { coordinator } = sides[meeting.plan.host];
  const drafted = await troupe.play<{ id: string; proseVersion: number }>(coordinator, 'draftMinutes { id proseVersion }', { meetingId: meeting.id });
  await troupe.play(coordinator, 'editMinutes', {
    minutesId: drafted.id,
    expectedVersion: drafted.proseVersion,
    prose: [{ language: 'fr', discussion: prose.fr }, { language: 'ar', discussion: prose.ar }],
  });
  await troupe.play(coordinator, 'reviewMinutes', { minutesId: drafted.id });
  return troupe.play(coordinator, 'finaliseMinutes { id contentHash }', { minutesId: drafted.id });
}

/** One president signs, from his own town. */
export async function signMinutes(troupe: Troupe, side: 'FR' | 'MA', minutes: { id: string; contentHash: string }): Promise<void> {
  const place = side === 'FR' ? 'Villeneuve-la-Garenne' : 'Tiznit';
  await troupe.play(sides[side].president, 'signMinutes', { minutesId: minutes.id, contentHash: minutes.contentHash, place });
}
