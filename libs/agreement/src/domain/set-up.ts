import { accepted, refused, type Answer, type CivilDate, type Decided, type Fact } from '#kernel';
import type { AgreementKind } from './capabilities.js';
import type { ArticleWords } from './articles.js';
import type { AxisWritten } from './axis-list.js';
import { optional } from './life-wording.js';
import { changeOfRules, type Desk, type RuleBook } from './rule-life.js';
import { isQuoteOf } from './rule-source.js';

/** What may already rest on an agreement: an act of its register, a meeting, a fiche or a plan. */
export type Resting = 'LIFE' | 'MEETING' | 'PROGRAMME';

/** What an act of the set-up finds under its lock. */
export interface SetUpWorld {
  readonly desk: Desk | null;
  readonly resting: readonly Resting[];
}

/** The few words about an agreement, as typed. */
export interface AgreementAsked {
  readonly kind: AgreementKind;
  readonly displayName: string;
  readonly effectiveOn: CivilDate | null;
  readonly since: string | null;
}

/** @returns refused `AGREEMENT_NAME_BLANK`, `TEXT_TOO_LONG`, `SINCE_UNREADABLE` */
export function agreementWords({ kind, displayName, effectiveOn, since }: AgreementAsked): Answer<AgreementAsked> {
  const name = optional(displayName);
  if (name.refused) return name;
  if (name.value === null) return refused('AGREEMENT_NAME_BLANK');
  const year = (since ?? '').trim();
  if (year !== '' && !/^\d{4}$/.test(year)) return refused('SINCE_UNREADABLE', { since: year.slice(0, 20) });
  return accepted({ kind, displayName: name.value, effectiveOn, since: year || null });
}

/** Whoever coordinates a party sets up, until each side has confirmed. @returns refused `NOT_ALLOWED`, `AGREEMENT_IN_SERVICE` */
export function maySetUp(book: Pick<RuleBook, 'inServiceAt'>, desk: Desk | null): Answer<Desk> {
  if (!desk) return refused('NOT_ALLOWED', {}, changeOfRules);
  return book.inServiceAt ? refused('AGREEMENT_IN_SERVICE', {}, changeOfRules) : accepted(desk);
}

/** … and only as long as nobody saved since it was read. @returns also refused `SETUP_CHANGED_MEANWHILE` */
function mayWrite(book: RuleBook, { desk }: SetUpWorld, expected: number): Answer<Desk> {
  const may = maySetUp(book, desk);
  return may.refused || expected === book.textEdition ? may : refused('SETUP_CHANGED_MEANWHILE');
}

const resting = (found: readonly Resting[], stops: readonly Resting[]): Resting | undefined => stops.find((one) => found.includes(one));
const told = (book: RuleBook, kind: string, data: Fact['data']): Fact => ({ kind, partnershipId: book.partnershipId, subject: { kind: 'agreement', id: book.agreementId }, data });
const next = (book: RuleBook): RuleBook => ({ ...book, edition: book.edition + 1, textEdition: book.textEdition + 1 });

interface Correction {
  readonly before: AgreementAsked;
  readonly asked: AgreementAsked;
  readonly expected: number;
}

/**
 * Kind and dates while nothing rests on them, the name until service. @returns what `agreementWords` refuses, and `AGREEMENT_IN_USE` (argument `by`)
 */
export function correctAgreement(book: RuleBook, { before, asked, expected }: Correction, world: SetUpWorld): Answer<Decided<{ book: RuleBook; agreement: AgreementAsked }>> {
  const may = mayWrite(book, world, expected);
  if (may.refused) return may;
  const words = agreementWords(asked);
  if (words.refused) return words;
  const { kind, displayName, effectiveOn, since } = words.value;
  const dated = effectiveOn !== before.effectiveOn || since !== before.since;
  const by = (kind !== before.kind && resting(world.resting, ['MEETING', 'PROGRAMME', 'LIFE'])) || (dated && resting(world.resting, ['LIFE']));
  if (by) return refused('AGREEMENT_IN_USE', { by }, changeOfRules);
  if (!dated && kind === before.kind && displayName === before.displayName) return accepted({ state: { book, agreement: before }, facts: [] });
  const data = { kind, displayName, effectiveOn, partyId: may.value.partyIds[0] ?? null, ...(since === null ? {} : { since: Number(since) }) };
  return accepted({ state: { book: next(book), agreement: words.value }, facts: [told(book, 'AgreementCorrected', data)] });
}

/** A rule in force that quotes an article. */
export interface Quoting {
  readonly key: string;
  readonly article: string;
  readonly quote: string;
}

interface TextAsked {
  readonly before: readonly ArticleWords[];
  readonly articles: readonly ArticleWords[];
  readonly quoting: readonly Quoting[];
  readonly expected: number;
}

const isSameText = (one: readonly ArticleWords[], other: readonly ArticleWords[]): boolean =>
  one.length === other.length && one.every(({ number, title, text }, place) => number === other[place]?.number && title === other[place].title && text === other[place].text);

/** The text, article by article; words a rule quotes must still stand in the article it names. @returns refused `ARTICLE_QUOTED` (arguments `article`, `rule`) */
export function writeText(book: RuleBook, { before, articles, quoting, expected }: TextAsked, world: SetUpWorld): Answer<Decided<RuleBook>> {
  const may = mayWrite(book, world, expected);
  if (may.refused) return may;
  if (isSameText(before, articles)) return accepted({ state: book, facts: [] });
  const textOf = (number: string): string => articles.find((article) => article.number === number)?.text ?? '';
  const lost = quoting.find(({ article, quote }) => before.some(({ number }) => number === article) && !isQuoteOf(quote, textOf(article)));
  if (lost) return refused('ARTICLE_QUOTED', { article: lost.article, rule: lost.key });
  return accepted({ state: next(book), facts: [told(book, 'AgreementTextWritten', { articles: articles.length, partyId: may.value.partyIds[0] ?? null })] });
}

const isSameAxes = (one: readonly AxisWritten[], other: readonly AxisWritten[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The axes, while no fiche and no plan rests on them: afterwards the committee opens new ones (4-19). @returns refused `AGREEMENT_IN_USE` */
export function writeAxes(book: RuleBook, { before, axes, expected }: { before: readonly AxisWritten[]; axes: readonly AxisWritten[]; expected: number }, world: SetUpWorld): Answer<Decided<RuleBook>> {
  const may = mayWrite(book, world, expected);
  if (may.refused) return may;
  if (isSameAxes(before, axes)) return accepted({ state: book, facts: [] });
  const by = resting(world.resting, ['PROGRAMME']);
  if (by) return refused('AGREEMENT_IN_USE', { by }, changeOfRules);
  return accepted({ state: next(book), facts: [told(book, 'AxesWritten', { axes: axes.length, partyId: may.value.partyIds[0] ?? null })] });
}
