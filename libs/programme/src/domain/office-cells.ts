import { accepted, isCurrency, parseCivilDate, parseMoney, refused, type Answer, type CivilDate, type Currency } from '#kernel';
import { sources } from './sources.js';
import type { BudgetLine, SectionName, SheetKind } from './sheet.js';

/** What a fiche says about itself in one line; some of it is printed to be read, and never taken back. */
export type FactName = 'title' | 'kind' | 'axis' | 'lead' | 'outsideAxesReason' | 'startsOn' | 'endsOn' | 'year' | 'author' | 'state' | 'retained';

/** Where a title of a file belongs in a fiche. */
export type Place =
  | { readonly at: 'section'; readonly name: SectionName }
  | { readonly at: 'fact'; readonly name: FactName }
  | { readonly at: 'transversal'; readonly axisId: string }
  | { readonly at: 'list'; readonly name: 'indicators' | 'budget' };

/** A column of the indicators or of the budget; a target has one for each party. */
export type ListColumn =
  | { readonly of: 'indicators'; readonly name: 'label' | 'method' | 'responsible' | 'total' }
  | { readonly of: 'indicators'; readonly name: 'target'; readonly partyId: string }
  | { readonly of: 'budget'; readonly name: 'label' | 'payer' | 'funder' | 'kind' | 'amount' | 'currency' }
  /** Printed to be read, and left alone when it comes back. */
  | { readonly of: 'printed'; readonly name: 'rate' | `converted ${Currency}` };

/** Every word a file may use for a thing of ours, folded (`folded`), in each language we print. */
export interface OfficeWords {
  readonly places: ReadonlyMap<string, Place>;
  readonly columns: ReadonlyMap<string, ListColumn>;
  readonly kinds: ReadonlyMap<string, SheetKind>;
  readonly budgetKinds: ReadonlyMap<string, BudgetLine['kind']>;
  readonly currencies: ReadonlyMap<string, Currency>;
  /** Strategic axes and leads of the agreement, by number and by title. */
  readonly axes: ReadonlyMap<string, string>;
  readonly leads: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, string>;
}

/** A title as it is recognised: without case, accents, vowel marks, numbering, nor the colon behind it. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d+\s*([.)°-]\s*\d*\s*)+|[-•*]\s*)+/, '')
    .replace(/[\s:.\-–—]+$/, '');

const short = (text: string): string => [...text.trim().replace(/\s+/g, ' ')].slice(0, 60).join('');
const unread = (code: string, text: string, more: Readonly<Record<string, string | number>> = {}): Answer<never> => refused(code, { text: short(text), ...more }, sources.inputs);
const latin = (text: string): string => text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[\u200e\u200f\u061c]/g, '');

/** A day: 2027-03-01, 01/03/2027 or 1.3.2027, in either figures; `null` when empty. Refused with DAY_UNREADABLE or NO_SUCH_DATE. */
export function readDayCell(text: string): Answer<CivilDate | null> {
  const typed = latin(text).trim();
  if (typed === '') return accepted(null);
  const [, first, month, last] = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed) ?? [];
  const iso = first && month && last ? `${last}-${month.padStart(2, '0')}-${first.padStart(2, '0')}` : typed;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return unread('DAY_UNREADABLE', text);
  const day = parseCivilDate(iso);
  return day.refused ? unread('NO_SUCH_DATE', text) : day;
}

/** Refused with KIND_UNKNOWN; PROJECT when empty. */
export function readKindCell(text: string, { kinds }: OfficeWords): Answer<SheetKind> {
  const kind = text.trim() === '' ? 'PROJECT' : kinds.get(folded(text));
  return kind ? accepted(kind) : unread('KIND_UNKNOWN', text);
}

/** « II », « Axe II », « II. Éducation » or the axis's whole title. Refused with AXIS_UNKNOWN. */
export function readAxisCell(text: string, { axes }: OfficeWords): Answer<string | null> {
  if (text.trim() === '') return accepted(null);
  const [, number = ''] = /^(?:axe\s+|المحور\s+)?([^\s.:–—-]+)\s*(?:[.:–—-]|$)/iu.exec(text.trim()) ?? [];
  const id = axes.get(folded(text)) ?? axes.get(numbered(number));
  return id ? accepted(id) : unread('AXIS_UNKNOWN', text);
}

/** The key of a number in `axes` and `leads`: numbering is what `folded` takes away. */
export const numbered = (number: string): string => `#${number.trim().toLowerCase()}`;

/** « 1.1.1 » or « 1.1.1 Accompagnement … ». Refused with LEAD_UNKNOWN. */
export function readLeadCell(text: string, { leads }: OfficeWords): Answer<string | null> {
  if (text.trim() === '') return accepted(null);
  const [, number = ''] = /^(\S+?)\.?(?:\s|$)/.exec(latin(text).trim()) ?? [];
  const id = leads.get(numbered(number));
  return id ? accepted(id) : unread('LEAD_UNKNOWN', text);
}

/** A whole number of people; `null` when empty. Refused with PEOPLE_UNREADABLE. */
export function readPeopleCell(text: string): Answer<number | null> {
  const typed = latin(text).replace(/[\s\u00a0\u202f]/g, '');
  if (typed === '') return accepted(null);
  return /^\d{1,9}$/.test(typed) ? accepted(Number(typed)) : unread('PEOPLE_UNREADABLE', text);
}

/** A party by its name. Refused with PARTY_UNKNOWN, which names those there are. */
export function readPartyCell(text: string, { parties }: OfficeWords): Answer<string | null> {
  if (text.trim() === '') return accepted(null);
  const id = parties.get(folded(text));
  return id ? accepted(id) : unread('PARTY_UNKNOWN', text, { parties: parties.size });
}

/** Refused with BUDGET_KIND_UNKNOWN; CASH when empty. */
export function readBudgetKindCell(text: string, { budgetKinds }: OfficeWords): Answer<BudgetLine['kind']> {
  const kind = text.trim() === '' ? 'CASH' : budgetKinds.get(folded(text));
  return kind ? accepted(kind) : unread('BUDGET_KIND_UNKNOWN', text);
}

/** An amount with its currency beside it or behind it: « 1 234,50 » + « EUR », « 1 234,50 € ». Zero when empty. Refused with CURRENCY_MISSING, CURRENCY_UNKNOWN or NOT_AN_AMOUNT. */
export function readAmountCell(amount: string, currency: string, { currencies }: OfficeWords): Answer<{ amountMinor: bigint; currency: Currency }> {
  const [, figures = '', behind = ''] = /^([\d\s\u00a0\u202f\u0660-\u0669.,\u066b]*)(.*)$/su.exec(amount.replace(/[\u200e\u200f\u061c]/g, '').trim()) ?? [];
  const said = currency.trim() || behind.trim();
  if (said === '') return unread('CURRENCY_MISSING', amount);
  const code = said.toUpperCase();
  const known = isCurrency(code) ? code : currencies.get(folded(said));
  if (!known) return refused('CURRENCY_UNKNOWN', { currency: short(said) }, sources.inputs);
  // « 120 environ » beside « EUR » is no amount.
  if (currency.trim() && behind.trim() && !currencies.has(folded(behind)) && behind.trim().toUpperCase() !== known) return unread('NOT_AN_AMOUNT', amount, { currency: known });
  return parseMoney(figures.trim() || '0', known);
}
