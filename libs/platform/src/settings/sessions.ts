import { z } from 'zod';

/** How long a sign-in lasts, in milliseconds. */
export interface SessionSettings {
  /** Without any visit. */
  readonly idle: number;
  /** However often it is used. */
  readonly longest: number;
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const duration = (name: string, usual: string) =>
  z.string().trim().regex(/^[1-9][0-9]{0,4} *[mhd]$/, `${name} est une durée : 30m (minutes), 12h (heures) ou 30d (jours).`).default(usual);

/** The environment's names of the sessions' limits: thirty days without a visit, ninety in all, unless a town is stricter (docs/adr/0015). */
export const sessionShape = { SESSION_IDLE: duration('SESSION_IDLE', '30d'), SESSION_MAX: duration('SESSION_MAX', '90d') };

const millisecondsOf = (text: string): number => Number(text.slice(0, -1)) * (units[text.at(-1) ?? ''] ?? 0);

/** The limits that were read. */
export const sessionsIn = (raw: { SESSION_IDLE: string; SESSION_MAX: string }): SessionSettings => ({ idle: millisecondsOf(raw.SESSION_IDLE), longest: millisecondsOf(raw.SESSION_MAX) });
