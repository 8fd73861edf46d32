/** What a page may follow, as coarsely as a page needs it; `apps/web/src/base/live.ts` knows the same five. Votes stand apart: a whole room follows them, and they alone change while it votes. */
export const liveTopics = ['ballots', 'meetings', 'programme', 'minutes', 'partnership'] as const;
export type LiveTopic = (typeof liveTopics)[number];

const topicOf: Readonly<Record<string, LiveTopic>> = {
  meeting: 'meetings',
  decision: 'meetings',
  ballot: 'ballots',
  hands: 'ballots',
  actionPlan: 'programme',
  takenUpPlan: 'programme',
  projectSheet: 'programme',
  enteredAct: 'programme',
  followedAction: 'programme',
  exchangeRate: 'programme',
  minutes: 'minutes',
  paperMinutes: 'minutes',
};

/** A ring of the bell: whose chain grew, and in which part of the house. */
export interface Ring {
  readonly chain: string;
  readonly topic: LiveTopic;
}

/** Reads the bell's payload, `chain kind subjectId`. The subject stays inside: pages ask again under their own rights. */
export function ringOf(payload: string): Ring {
  const [chain = '', kind = ''] = payload.split(' ');
  return { chain, topic: (Object.hasOwn(topicOf, kind) ? topicOf[kind] : undefined) ?? 'partnership' };
}
