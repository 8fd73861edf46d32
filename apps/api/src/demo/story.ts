import type { CivilDate } from '#kernel';
import type { Troupe } from './troupe.js';

/** Where the story plays: the partnership and its two sides. */
export interface Stage {
  readonly partnershipId: string;
  readonly france: string;
  readonly morocco: string;
}

/** The day the story stands at. */
export interface Today {
  readonly today: Date;
  readonly day: CivilDate;
  readonly year: number;
}

/** Last year: a plan adopted in Tiznit and executory. This year: a remote meeting whose PV waits for the mayor, and next year's plan begun. */
export async function playStory(_troupe: Troupe, _stage: Stage, _at: Today): Promise<void> {
}
