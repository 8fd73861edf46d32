import type { IsoWeekday } from './civil-date.js';

/**
 * Standard Moroccan Tamazight (zgh) in Tifinagh, written once from CLDR by ICU 78.2 (`zgh-MA`): browsers have no zgh data and answer silently
 * in another language. Index 0 is January; index 0 is Monday. Not yet read by a speaker.
 */
export const zghMonths = ['ⵉⵏⵏⴰⵢⵔ', 'ⴱⵕⴰⵢⵕ', 'ⵎⴰⵕⵚ', 'ⵉⴱⵔⵉⵔ', 'ⵎⴰⵢⵢⵓ', 'ⵢⵓⵏⵢⵓ', 'ⵢⵓⵍⵢⵓⵣ', 'ⵖⵓⵛⵜ', 'ⵛⵓⵜⴰⵏⴱⵉⵔ', 'ⴽⵜⵓⴱⵔ', 'ⵏⵓⵡⴰⵏⴱⵉⵔ', 'ⴷⵓⵊⴰⵏⴱⵉⵔ'] as const;

const zghDays: Readonly<Record<IsoWeekday, string>> = { 1: 'ⴰⵢⵏⴰⵙ', 2: 'ⴰⵙⵉⵏⴰⵙ', 3: 'ⴰⴽⵕⴰⵙ', 4: 'ⴰⴽⵡⴰⵙ', 5: 'ⴰⵙⵉⵎⵡⴰⵙ', 6: 'ⴰⵙⵉⴹⵢⴰⵙ', 7: 'ⴰⵙⴰⵎⴰⵙ' };

export const zghWeekday = (weekday: IsoWeekday): string => zghDays[weekday];
