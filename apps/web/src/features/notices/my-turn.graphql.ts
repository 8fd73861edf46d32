import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import { here } from '../../base/here.ts';
import type { Source } from '../../ui/source.tsx';

/** Something the reader owes, as the API tells it. */
export interface Duty {
  readonly id: string;
  readonly kind: string;
  /** The sentence, in the page's language. */
  readonly title: string;
  readonly source: Source | null;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly late: boolean;
  /** How far its reminders have climbed, 0 to 5; `null` before the first. */
  readonly level: number | null;
  readonly href: string;
  readonly partnershipId: string;
  /** In which partnership, for a reader with several. */
  readonly partnership?: string | undefined;
}

/** The plan's deadline, shown when nothing waits. */
export interface NextDeadline {
  readonly year: number;
  readonly lastDay: string;
  readonly daysLeft: number;
  readonly workingDaysLeft: number;
  readonly colour: 'GREEN' | 'AMBER' | 'RED';
  readonly sentence: string;
}

export interface MyTurnShown {
  readonly duties: readonly Duty[];
  readonly next: NextDeadline | null;
}

const turnDocument = 'query MyTurn { myTurn { id kind title source { kind reference quote } dueOn daysLeft late level href partnershipId } }';
const plansDocument = 'query Plans($id: ID!) { actionPlans(partnershipId: $id) { year } }';
const boardDocument = `query NextDeadline($id: ID!, $year: Int!) {
  planBoard(partnershipId: $id, year: $year) { colour colourSentence deadline { lastDay daysLeft workingDaysLeft } }
}`;

interface Board {
  readonly planBoard: { readonly colour: NextDeadline['colour']; readonly colourSentence: string; readonly deadline: Pick<NextDeadline, 'lastDay' | 'daysLeft' | 'workingDaysLeft'> | null } | null;
}

/** The latest plan begun, and how long it has. */
async function nextDeadline(args: LoaderFunctionArgs): Promise<NextDeadline | null> {
  const { partnershipId: id } = await here(args);
  const { actionPlans } = await ask<{ actionPlans: readonly { year: number }[] }>(args, plansDocument, { id });
  if (actionPlans.length === 0) return null;
  const year = Math.max(...actionPlans.map((plan) => plan.year));
  const { planBoard } = await ask<Board>(args, boardDocument, { id, year });
  if (!planBoard?.deadline) return null;
  return { ...planBoard.deadline, year, colour: planBoard.colour, sentence: planBoard.colourSentence };
}

/** Says in which partnership it is owed, and leads there. */
function placed(duty: Duty, names: ReadonlyMap<string, string>): Duty {
  const [path = '', anchor] = duty.href.split('#');
  const href = `${path}${path.includes('?') ? '&' : '?'}partnership=${duty.partnershipId}${anchor === undefined ? '' : `#${anchor}`}`;
  return { ...duty, href, partnership: names.get(duty.partnershipId) };
}

/** What the signed-in reader owes; when that is nothing, what comes next. `null` for a stranger. */
export async function readMyTurn(args: LoaderFunctionArgs): Promise<MyTurnShown | null> {
  const { viewer } = await ask<{ viewer: { seats: readonly { partnership: { id: string; name: string } }[] } | null }>(args, 'query Known { viewer { seats { partnership { id name } } } }');
  if (!viewer) return null;
  const { myTurn } = await ask<{ myTurn: readonly Duty[] }>(args, turnDocument);
  const names = new Map(viewer.seats.map(({ partnership: { id, name } }) => [id, name]));
  const duties = names.size > 1 ? myTurn.map((duty) => placed(duty, names)) : myTurn;
  const next = myTurn.length === 0 && viewer.seats.length > 0 ? await nextDeadline(args) : null;
  return { duties, next };
}
