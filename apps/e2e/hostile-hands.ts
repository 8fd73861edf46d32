import type { Pen } from './hostile-people.js';

interface Vote {
  readonly meetingId: string;
  readonly ballotId: string;
  readonly decisionId: string;
  /** Every payload in one text, and in lines short enough for a name. */
  readonly reason: string;
  readonly lines: readonly string[];
}

/** Closes the vote on phones; then writes them on the sheet as guests, and in every text of a vote by show of hands: against, taken back, contested. */
export async function writeHands({ demo, write }: Pick<Pen, 'demo' | 'write'>, { meetingId, ballotId, decisionId, reason, lines }: Vote): Promise<void> {
  await write('coordinateur', 'closeBallot', { ballotId });
  for (const name of lines) await write('coordinateur', 'noteGuest', { meetingId, name, capacity: name });
  const { viewer } = await (await demo.as('maire')).ask<{ viewer: { seats: { seat: { id: string } }[] } }>('{ viewer { seats { seat { id } } } }');
  const { meeting } = await (await demo.as('maire')).ask<{ meeting: { votersNow: { id: string }[] } }>('query($id: ID!) { meeting(id: $id) { votersNow { id } } }', { id: meetingId });
  const own = viewer.seats.map(({ seat }) => seat.id).filter((id) => meeting.votersNow.some((voter) => voter.id === id));
  const against = own.map((seatId) => ({ seatId, choice: 'AGAINST', reason }));
  const noted = async () => (await write<{ hands: { id: string; rounds: { ballotId: string | null }[] }[] }>('coordinateur', 'noteHands hands { id rounds { ballotId } }', { meetingId, rounds: [{ decisionId, exceptions: against }] })).hands.at(-1)!.id;
  await write('coordinatrice', 'withdrawHands', { handsId: await noted(), reason });
  const handsId = await noted();
  const { hands } = await write<{ hands: { rounds: { ballotId: string }[] }[] }>('coordinatrice', 'confirmHands hands { rounds { ballotId } }', { handsId });
  await write('maire', 'contestHands', { handsId, ballotId: hands.at(-1)!.rounds[0]!.ballotId, reason });
}
