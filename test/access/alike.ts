import type { Who } from './cast.js';
import type { Told } from './client.js';
import type { Row } from './calls.js';
import type { Aim } from './case.js';
import { absent } from './cases.js';
import type { Ground } from './ground.js';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** An answer but for the ids in it: a reference of the request, or what was sent. */
const bare = (text: string): string => text.replace(uuid, 'ID');

/** Does somebody get the same words for a thing that is not theirs (`forbidden`, when it was asked before) as for a thing that is nowhere? Answers how they differ, or null. */
export async function difference(ground: Ground, row: Row, at: { who: Who; aim: Aim; forbidden: Told | undefined }): Promise<string | null> {
  const client = ground.as(at.who);
  const forbidden = at.forbidden ?? (await client.ask(row.document, row.variables(at.aim)));
  const nowhere = await client.ask(row.document, row.variables(absent(at.aim)));
  const same = forbidden.status === nowhere.status && bare(forbidden.text) === bare(nowhere.text);
  return same ? null : `${row.name} ${row.state} ${at.who}:\n  theirs  ${bare(forbidden.text)}\n  nowhere ${bare(nowhere.text)}`;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds a forbidden thing takes beyond an absent one: medians of interleaved tries, so that the machine's load weighs on both. */
export async function delay(ground: Ground, row: Row, at: { who: Who; aim: Aim; tries: number }): Promise<{ forbidden: number; nowhere: number }> {
  const client = ground.as(at.who);
  const timed = async (aim: Aim): Promise<number> => {
    const began = performance.now();
    await client.ask(row.document, row.variables(aim));
    return performance.now() - began;
  };
  const took = { forbidden: [] as number[], nowhere: [] as number[] };
  for (let n = 0; n < at.tries; n += 1) {
    took.forbidden.push(await timed(at.aim));
    took.nowhere.push(await timed(absent(at.aim)));
  }
  return { forbidden: median(took.forbidden), nowhere: median(took.nowhere) };
}
