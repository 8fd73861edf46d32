import type { Ground } from './ground.js';
import type { Things } from './story.js';

/** The ids a cell speaks about: those of the first partnership, or ids of nothing (`absent`), to compare the answers. */
export interface Aim {
  readonly partnershipId: string;
  readonly parties: Ground['parties'];
  readonly things: Things;
}

/** One way to call an operation: the state of what it is asked about, and its variables (`input` of a mutation, arguments of a query). */
export interface Case {
  readonly state: string;
  readonly variables: (aim: Aim) => Record<string, unknown>;
}

/** The id of nothing. */
export const nowhere = '00000000-0000-7000-8000-000000000000';

/** One case, in one state. */
export const one = (variables: Case['variables'], state = ''): Case[] => [{ state, variables }];
/** A case for each state of a thing. */
export const byId = (states: Readonly<Record<string, (things: Things) => string>>, name = 'id'): Case[] =>
  Object.entries(states).map(([state, idOf]) => ({ state, variables: ({ things }) => ({ [name]: idOf(things) }) }));
