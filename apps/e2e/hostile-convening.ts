import type { Pen } from './hostile-people.js';

/** Writes a point, moves the meeting, has a point proposed and declined, keeps its safety sheet, convenes it, answers and notes an incident: hostile words in each text. */
export async function writeConvening({ write, rows, meetingId }: Pick<Pen, 'write' | 'rows'> & { readonly meetingId: string }, { place, reason, all }: Readonly<Record<'place' | 'reason' | 'all', string>>): Promise<string> {
  await write('coordinateur', 'addAgendaItem', { meetingId, title: place, text: all });
  await write('coordinateur', 'rescheduleMeeting', { meetingId, civilDate: '2026-11-23', time: '23:30', place, reason });
  await write('technicienne', 'proposeAgendaItem', { meetingId, title: place, why: reason });
  const [proposal] = await rows<{ id: string }>('select id from agenda_proposal where meeting_id = $1', [meetingId]);
  await write('coordinateur', 'settleAgendaProposal', { proposalId: proposal!.id, takenUp: false, reason });
  await write('coordinateur', 'keepSafetySheet', { meetingId, expectedVersion: 0, hostContact: reason, emergency: reason, insurance: reason, notes: reason });
  await write('maire', 'conveneMeeting', { meetingId });
  await write('technicienne', 'answerConvocation', { meetingId, reply: 'REMOTE', note: reason });
  await write('technicienne', 'logIncident', { meetingId, civilDate: '2026-11-22', time: '08:10', place, what: reason, done: reason });
  return meetingId;
}
