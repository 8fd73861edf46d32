import type { Client } from '../../test/world/demo-house.js';
import type { Pen } from './hostile-people.js';

interface Followed {
  readonly id: string;
  readonly title: string;
  readonly decision: { readonly id: string };
}

/** Writes them in every text of an action: its title, a milestone, a reason, what blocks it, a report. Answers the pages on which they are all read again. */
export async function writeActions({ partnershipId, write }: Pen, { client, titles, reason }: { client: Client; titles: readonly string[]; reason: string }): Promise<string[]> {
  const { followedActions } = await client.ask<{ followedActions: { actions: Followed[] } }>('query($id: ID!) { followedActions(partnershipId: $id, year: 2026) { actions { id title decision { id } } } }', { id: partnershipId });
  const waiting = followedActions.actions.find(({ title }) => title.startsWith('Rassembler'))!;
  const executory = followedActions.actions.find(({ decision }) => decision.id !== waiting.decision.id)!;
  const opened: string[] = [];
  for (const title of titles) opened.push((await write('coordinateur', 'openAction id', { decisionId: waiting.decision.id, title, endsOn: '2026-12-15' })).id);
  const [actionId = '', given = ''] = opened;
  const on = { actionId };
  await write('coordinateur', 'startAction', { ...on, reason });
  await write('technicien', 'reportAction', { ...on, note: reason });
  await write('technicien', 'raiseBlocker', { ...on, what: reason, since: '2026-11-20' });
  await write('technicien', 'liftBlocker', { ...on, blocker: 4, liftedOn: '2026-11-21', note: reason });
  for (const label of titles) await write('technicien', 'setActionMilestone', { ...on, label, dueOn: '2026-11-19' });
  await write('technicien', 'closeActionMilestone', { ...on, milestone: 6, note: reason });
  await write('coordinateur', 'rescheduleAction', { ...on, endsOn: '2026-12-16', reason });
  await write('technicien', 'completeAction', { ...on, completedOn: '2026-11-22', note: reason });
  await write('coordinateur', 'cancelAction', { actionId: given, decisionId: executory.decision.id, reason });
  return ['/actions', `/actions/${actionId}`, `/actions/${given}`];
}
