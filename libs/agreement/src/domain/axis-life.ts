import { accepted, refused, type Answer, type Decided, type Fact, type RuleSource } from '#kernel';
import { optional, longest as longestLine } from './life-wording.js';
import type { Desk } from './rule-life.js';

/** Longest words of an axis, in characters: a title is a line, its text a page. */
export const longestAxis = { title: longestLine.line, text: 4_000 } as const;

/** « Un avenant reste à conclure » (C5 Q20): ours, no text of the partners asks for it. */
export const amendmentSource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'C5 Q20' };

/** A strategic axis, as its life goes. One that came with the agreement was never proposed. Instants of the legal clock. */
export interface Axis {
  readonly id: string;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly place: number;
  readonly title: string;
  readonly titleAr: string;
  readonly text: string;
  readonly active: boolean;
  readonly proposedParty: string | null;
  readonly proposedAt: Date | null;
  readonly decisionId: string | null;
  readonly adoptedAt: Date | null;
  readonly openedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** RECORDED with the agreement; then a proposal AWAITING the committee, ADOPTED by it, OPEN with its executory minutes, or WITHDRAWN before. */
export type AxisState = 'RECORDED' | 'AWAITING' | 'ADOPTED' | 'OPEN' | 'WITHDRAWN';

/** Where an axis stands. */
export function stateOfAxis({ proposedAt, openedAt, adoptedAt, withdrawnAt }: Pick<Axis, 'proposedAt' | 'openedAt' | 'adoptedAt' | 'withdrawnAt'>): AxisState {
  if (!proposedAt) return 'RECORDED';
  if (openedAt) return 'OPEN';
  if (adoptedAt) return 'ADOPTED';
  return withdrawnAt ? 'WITHDRAWN' : 'AWAITING';
}

/** The words of a proposal, as typed. */
export interface AxisWords {
  readonly title: string;
  readonly titleAr: string;
  readonly text: string;
}

type AxisField = keyof AxisWords;

function worded(raw: string, field: AxisField): Answer<string> {
  const text = optional(raw, field === 'text' ? longestAxis.text : longestAxis.title);
  if (text.refused) return text;
  return text.value === null ? refused('AXIS_WORDS_BLANK', { field }) : accepted(text.value);
}

/** The words as kept. @returns refused `AXIS_WORDS_BLANK` (argument `field`), `TEXT_TOO_LONG` */
export function axisWords(typed: AxisWords): Answer<AxisWords> {
  const title = worded(typed.title, 'title');
  if (title.refused) return title;
  const titleAr = worded(typed.titleAr, 'titleAr');
  if (titleAr.refused) return titleAr;
  const text = worded(typed.text, 'text');
  return text.refused ? text : accepted({ title: title.value, titleAr: titleAr.value, text: text.value });
}

const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];
const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
/** 7 → « VII »; below a hundred. */
const roman = (number: number): string => `${tens[Math.floor(number / 10)] ?? ''}${units[number % 10] ?? ''}`;

/** The first number that no axis bears, written as the others are: « VII » after « VI », « 4 » after « 3 ». A withdrawn proposal gives its number back. */
export function nextNumber(taken: readonly string[]): string {
  const write = taken.length > 0 && taken.every((number) => /^\d+$/.test(number)) ? String : roman;
  const free = Array.from({ length: taken.length + 1 }, (_, index) => write(index + 1)).find((number) => !taken.includes(number));
  return free ?? write(taken.length + 1);
}

/** What an act on axes finds under the agreement's lock: its strategic axes, and where « un nouvel axe » is settled (Art. 3, or our default). */
export interface AxisWorld {
  readonly axes: readonly Axis[];
  readonly desk: Desk | null;
  readonly source: RuleSource;
}

const takenIn = (axes: readonly Axis[], but: string | null = null): string[] => axes.filter((axis) => stateOfAxis(axis) !== 'WITHDRAWN' && axis.id !== but).map(({ number }) => number);
const told = ({ partnershipId, id }: Axis, kind: string, data: Fact['data']): Fact => ({ kind, partnershipId, subject: { kind: 'axis', id }, data });

/** A coordinator proposes; the axis exists, inactive, until the minutes of its decision are executory (4-19). @returns refused `AXES_BY_COORDINATORS` and what the words answer */
export function proposeAxis(asked: AxisWords & Pick<Axis, 'id' | 'partnershipId' | 'agreementId'> & { readonly at: Date }, { axes, desk, source }: AxisWorld): Answer<Decided<Axis>> {
  if (!desk) return refused('AXES_BY_COORDINATORS', {}, source);
  const words = axisWords(asked);
  if (words.refused) return words;
  const { id, partnershipId, agreementId, at } = asked;
  const number = nextNumber(takenIn(axes));
  const place = Math.max(0, ...axes.map((axis) => axis.place)) + 1;
  const proposedParty = desk.partyIds[0] ?? null;
  const open = { active: false, decisionId: null, adoptedAt: null, openedAt: null, withdrawnAt: null };
  const state: Axis = { id, partnershipId, agreementId, number, place, ...words.value, proposedParty, proposedAt: at, ...open };
  return accepted({ state, facts: [told(state, 'AxisProposed', { number, partyId: proposedParty })] });
}

/** Not wanted any more, before the committee decided. @returns refused `AXES_BY_COORDINATORS`, `AXIS_AWAITS_NOTHING` */
export function withdrawAxis(axis: Axis, { desk, source, at }: Pick<AxisWorld, 'desk' | 'source'> & { readonly at: Date }): Answer<Decided<Axis>> {
  if (!desk) return refused('AXES_BY_COORDINATORS', {}, source);
  if (stateOfAxis(axis) !== 'AWAITING') return refused('AXIS_AWAITS_NOTHING', {}, source);
  return accepted({ state: { ...axis, withdrawnAt: at }, facts: [told(axis, 'AxisWithdrawn', { number: axis.number, partyId: desk.partyIds[0] ?? null })] });
}

/** The committee adopted it. Withdrawn while its ballot was open, it is adopted all the same: the vote was on its frozen text; its number may have gone to another. */
export function adoptAxis(axis: Axis, axes: readonly Axis[], { decisionId, adoptedAt }: { decisionId: string; adoptedAt: Date }): Axis {
  const taken = takenIn(axes, axis.id);
  const number = taken.includes(axis.number) ? nextNumber(taken) : axis.number;
  return { ...axis, number, decisionId, adoptedAt, withdrawnAt: null };
}

/** The minutes are signed by all: from that instant on, fiches and plans may use it. */
export function openAxis(axis: Axis, { decisionId, executoryAt }: { decisionId: string; executoryAt: Date }): Decided<Axis> {
  return { state: { ...axis, active: true, openedAt: executoryAt }, facts: [told(axis, 'AxisOpened', { number: axis.number, decisionId, executoryAt: executoryAt.toISOString() })] };
}
