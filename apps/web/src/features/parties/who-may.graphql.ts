import type { Source } from '../../ui/source.tsx';

export const personas = [
  'CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER', 'INSTANCE_ADMIN',
] as const;
export type Persona = (typeof personas)[number];

/** One rule of the server's door. */
export interface WhoMayRow {
  readonly operation: string;
  /** What it does, in the page's language. */
  readonly sentence: string;
  readonly changes: boolean;
  readonly who: 'ANYONE' | 'SIGNED_IN' | 'SEATS';
  readonly personas: readonly Persona[];
  readonly source: Source;
}

export const whoMayDocument = 'query WhoMay { whoMay { operation sentence changes who personas source { kind reference quote } } }';

export const personaOf = (text: string | null): Persona | null => personas.find((one) => one === text) ?? null;
