import { expect, it } from '@jest/globals';
import { boardQuery } from '../bench/ground.js';

/** By a name that the server's compiler does not follow: the web's files import one another as the web does. */
const question: string = '../../apps/web/src/features/programme/plan-board.graphql.ts';
const { planBoard } = (await import(question)) as { planBoard: string };

const words = (document: string): string => document.replace(/\s+/g, ' ').trim();

it('the bench asks the very question of the plan page', () => {
  expect(words(boardQuery)).toBe(words(planBoard));
});

it('another question would be seen', () => {
  expect(words(boardQuery.replace('coverage', 'coverages'))).not.toBe(words(planBoard));
});
