import { accepted, refused, type Answer, type Language } from '#kernel';
import { partiesOf, type PartyType } from '#parties';
import { hasPhrase, say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { concerns, definitionOf, ruleKeys, ruleOrDefault, type RuleKey } from '../domain/questions.js';
import { clashesAmong, type RuleClash } from '../domain/rule-clashes.js';
import { agreeCorrection, changeOfRules, close, confirmService, isPending, type Desk, type RuleBook, type RuleVersion } from '../domain/rule-life.js';
import { isSame } from '../domain/rule-source.js';
import { partsOf, partsOfValue, readingWord, type Field } from '../domain/rule-values.js';
import { articlesOf, bookAt, deskOf, versionsOf } from '../store/rule-book.store.js';
import type { RuleBookType, RulePartType, RuleType, RuleVersionType } from './rule-book.types.js';
import { readingWords, ruleSentence, ruleTitle, type RuleReader } from './rule-words.js';

interface Shown {
  readonly book: RuleBook;
  readonly desk: Desk | null;
  readonly parties: readonly PartyType[];
  readonly language: Language;
  readonly now: Date;
  readonly clashes: readonly RuleClash[];
}

const readerOf = ({ language, parties }: Shown): RuleReader => ({ language, countries: parties.map(({ territory }) => territory.country) });

const byCoordinators = refused('RULES_BY_COORDINATORS', {}, changeOfRules);

function readings(language: Language, key: RuleKey, { name, field }: { name: string; field: Field }): RulePartType['readings'] {
  if (field.kind !== 'CHOICE' && field.kind !== 'MANY') return [];
  const said = (code: string, offered: boolean) => ({ code, words: readingWords(language, key, { part: name, reading: code }), offered });
  const notYet = field.kind === 'CHOICE' ? (field.notYet ?? []) : [];
  return [...field.readings.map((reading) => said(readingWord(reading), true)), ...notYet.map((code) => said(code, false))];
}

function partsView(language: Language, key: RuleKey, value: RuleVersion['value'] | undefined): RulePartType[] {
  const { shape, byDefault } = definitionOf(key);
  const held = partsOfValue(shape, value ?? byDefault);
  return partsOf(shape).map(([name, field]) => {
    const phrase = `rules.part.${key}.${name}`;
    const numbers = field.kind === 'NUMBER' ? { from: field.from, to: field.to, mayBeEmpty: field.orNone === true } : { from: null, to: null, mayBeEmpty: false };
    const label = hasPhrase(phrase) ? say(language, phrase) : null;
    return { name, kind: field.kind, label, readings: readings(language, key, { name, field }), ...numbers, held: [...(held.find((part) => part.name === name)?.values ?? [])] };
  });
}

function stateOf(version: RuleVersion, inForce: RuleVersion | undefined): string {
  if (version.inEffectAt) return version === inForce ? 'IN_EFFECT' : 'PAST';
  if (version.adoptedAt) return 'ADOPTED';
  return version.closedAt ? 'CLOSED' : 'AWAITING';
}

function versionView(version: RuleVersion, state: string, shown: Shown): RuleVersionType {
  const { book, desk, parties, now } = shown;
  const named = (id: string | null): PartyType | null => parties.find((party) => party.id === id) ?? null;
  const { id, act, key, value, source, motive, askedAt, inEffectAt, decisionId } = version;
  const may = { viewerMayAgree: mayView(agreeCorrection(book, version, { desk, at: now })), viewerMayClose: mayView(close(book, version, { desk, at: now })) };
  const words = { sentence: ruleSentence(readerOf(shown), key, value), source: { ...source } };
  return { id, act, state, ...words, party: named(version.partyId), agreedBy: named(version.agreedParty), motive, askedAt, inEffectAt, decisionId, ...may };
}

/** What the reader may do with this rule now: in the set-up it is set, in service proposed or corrected. */
function mayOf(key: RuleKey, { book, desk }: Shown, pending: boolean): Pick<RuleType, 'viewerMaySet' | 'viewerMayPropose' | 'viewerMayCorrect'> {
  const fixed = definitionOf(key).fixed ? refused('RULE_FIXED', {}, changeOfRules) : null;
  const common: Answer<unknown> = fixed ?? (desk ? accepted(true) : byCoordinators);
  const once = common.refused || !pending ? common : refused('RULE_ALREADY_AWAITS', {}, changeOfRules);
  const inService = book.inServiceAt ? once : refused('RULES_NOT_IN_SERVICE', {}, changeOfRules);
  const set = book.inServiceAt ? refused('RULES_IN_SERVICE', {}, changeOfRules) : common;
  return { viewerMaySet: mayView(set), viewerMayPropose: mayView(inService), viewerMayCorrect: mayView(inService) };
}

const inForceAmong = (versions: readonly RuleVersion[]): RuleVersion | undefined => versions.find(({ inEffectAt }) => inEffectAt !== null);
const ruledBy = (key: RuleKey, inForce: RuleVersion | undefined) => ruleOrDefault(inForce ? new Map([[key, inForce]]) : new Map(), key);

function ruleView(key: RuleKey, versions: readonly RuleVersion[], shown: Shown): RuleType {
  const { language, book } = shown;
  const inForce = inForceAmong(versions);
  const rule = ruledBy(key, inForce);
  const { question: number, subject, fixed } = definitionOf(key);
  const phrase = `rules.question.${key}`;
  const warnings = shown.clashes.filter(({ keys }) => keys.includes(key)).map(({ code, source }) => ({ code, sentence: say(language, `rules.clash.${code}`), source: { ...source } }));
  const change = say(language, fixed ? 'rules.change.FIXED' : book.inServiceAt ? 'rules.change.IN_SERVICE' : 'rules.change.SET_UP');
  return {
    key, number, subject, title: ruleTitle(language, key), question: hasPhrase(phrase) ? say(language, phrase) : null,
    sentence: ruleSentence(readerOf(shown), key, rule?.value ?? null), source: rule && { ...rule.source }, value: rule && JSON.stringify(rule.value), usual: rule !== null && isSame(rule.value, definitionOf(key).byDefault),
    warnings, change, parts: fixed ? [] : partsView(language, key, rule?.value), versions: versions.map((version) => versionView(version, stateOf(version, inForce), shown)),
    ...mayOf(key, shown, versions.some(isPending)),
  };
}

/** The rules of the partnership's agreement as shown; `null` when it has none. Only those that mean something under an agreement of its kind. */
export async function ruleBookView(tx: ReadTx, partnershipId: string): Promise<RuleBookType | null> {
  const book = await bookAt(tx, partnershipId);
  if (!book) return null;
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  const [agreement] = await tx.query<{ display_name: string; authoritative_language: string }>(
    'select display_name, authoritative_language from agreement where partnership_id = $1 and id = $2',
    [partnershipId, book.agreementId],
  );
  const versions = await versionsOf(tx, book);
  const desk = deskOf(tx.ctx, partnershipId);
  const of = (key: RuleKey): RuleVersion[] => versions.filter((version) => version.key === key);
  const clashes = clashesAmong((key) => (concerns(key, book.kind) ? ruledBy(key, inForceAmong(of(key)))?.value : undefined));
  const shown: Shown = { book, desk, parties, language: tx.ctx.language, now: tx.now(), clashes };
  const asked = (key: RuleKey): boolean => concerns(key, book.kind) || (book.inServiceAt !== null && versions.some((version) => version.key === key));
  const { agreementId, edition, inServiceAt } = book;
  return {
    agreementId, edition, inServiceAt, displayName: agreement?.display_name ?? '', authoritativeLanguage: agreement?.authoritative_language ?? 'fr',
    confirmations: parties.map((party) => ({ party, confirmed: inServiceAt !== null || book.confirmedBy.includes(party.id) })),
    rules: ruleKeys.filter(asked).map((key) => ruleView(key, of(key), shown)),
    articles: await articlesOf(tx, book),
    viewerMayConfirm: mayView(confirmService(book, { desk, edition, at: tx.now() })),
  };
}
