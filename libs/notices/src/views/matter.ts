import { dateInWords, isCivilDate, type Json, type Language } from '#kernel';
import { hasPhrase, say, type PhraseKey } from '#phrases';
import { stepOf } from '../domain/ladder.js';
import { rowNamed, type RowDays } from '../domain/row-days.js';

/** Names that a matter's sentence may call for: absent ones are said as nothing. */
const unsaid = { year: '', number: '', day: '', party: '', title: 'none', name: '', host: '', what: '' };

/** A kind of debt, or a notice's rule, in the reader's words: « Procès-verbal PV-2027-1 à signer ». */
export function matterNamed(name: string, details: { readonly [key: string]: Json }, language: Language): string {
  const key = `notices.matter.${name}`;
  const values = Object.fromEntries(Object.entries(details).flatMap(([one, value]) => (typeof value === 'string' || typeof value === 'number' ? [[one, isCivilDate(value) ? dateInWords(value, language, 'LONG') : String(value)]] : [])));
  return say(language, (hasPhrase(key) ? key : 'notices.matter.other') as PhraseKey, { ...unsaid, ...values });
}

/** What a line of the ledger is about. */
export const matterOf = (rule: string, details: { readonly [key: string]: Json }, language: Language): string => matterNamed(stepOf(rule)?.debt ?? rule, details, language);

/** Which row of the calendar of reminders: « J-60 », « P+7 »; `null` for what is told at once. */
export function rowOf(rule: string, { row }: { readonly [key: string]: Json } = {}, days?: RowDays): string | null {
  const step = stepOf(rule);
  return typeof row === 'string' ? row : step ? rowNamed(step, days) : null;
}

/** What a place is found by: the thing, and the path that its room may have given. */
export interface Placed {
  readonly objectKind: string;
  readonly objectId: string;
  readonly period: string;
  readonly details: { readonly [key: string]: Json };
}

/** The page where a thing is done. */
export function placeOf({ objectKind, objectId, period, details: { path, year } }: Placed): string {
  if (typeof path === 'string' && path.startsWith('/')) return path;
  if (objectKind === 'actionPlan') return `/plans/${typeof year === 'number' ? year : period}`;
  const pages: Readonly<Record<string, string>> = { minutes: '/minutes/', meeting: '/meetings/', followedAction: '/actions/', projectSheet: '/sheets/', enteredAct: '/entered/' };
  const page = pages[objectKind];
  if (page) return `${page}${objectId}`;
  return objectKind === 'invitation' || objectKind === 'recovery' || objectKind === 'mandate' ? '/people' : '/agreement';
}
