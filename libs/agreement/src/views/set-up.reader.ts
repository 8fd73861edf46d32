import { refused, type Language } from '#kernel';
import { partiesOf, type PartyType } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { joinArticles, type ArticleWords } from '../domain/articles.js';
import { operationLines, type AxisWritten } from '../domain/axis-list.js';
import { agreementKinds, capabilitiesOf, type AgreementKind } from '../domain/capabilities.js';
import { concerns, definitionOf, ruleKeys } from '../domain/questions.js';
import { changeOfRules, type RuleBook } from '../domain/rule-life.js';
import { maySetUp, type Resting } from '../domain/set-up.js';
import { offered, templateKeys } from '../domain/templates.js';
import { articlesOf, bookAt, deskOf } from '../store/rule-book.store.js';
import { rulesInForce } from '../store/rule.store.js';
import { agreementAt, axesAt, type AxisRecorded } from '../store/set-up.store.js';
import type { SetUpAxisType, SetUpStepType, SetUpType } from './set-up.types.js';

/** The words of a recorded axis: whom its leads aim at is not typed here. */
export const wordsOfAxis = ({ operations, ...axis }: AxisRecorded): AxisWritten => ({
  ...axis,
  operations: operations.map(({ number, title, leads }) => ({ number, title, leads: leads.map((lead) => ({ number: lead.number, title: lead.title })) })),
});

const axisView = ({ operations, ...axis }: AxisRecorded): SetUpAxisType => ({ ...axis, operations: operationLines(operations) });

const offeredAxes = (): SetUpAxisType[] =>
  (['STRATEGIC', 'TRANSVERSAL'] as const).flatMap((kind) =>
    offered[kind].map((subject) => ({ kind, number: '', title: say('fr', `setUp.axis.${subject}`), titleAr: say('ar', `setUp.axis.${subject}`), text: '', operations: '' })),
  );

const hasPlan = (kind: AgreementKind): boolean => capabilitiesOf([{ kind, ruleKeys: [] }]).includes('PLAN');
const hasCommittee = (kind: AgreementKind): boolean => capabilitiesOf([{ kind, ruleKeys: [] }]).includes('COMMITTEE');
const openRules = (kind: AgreementKind) => ruleKeys.filter((key) => concerns(key, kind) && !definitionOf(key).fixed);

/** What the steps are judged on. */
interface Standing {
  readonly kind: AgreementKind | null;
  readonly name: string;
  readonly articles: number;
  readonly axes: number;
  /** Rules that come from a text of the parties. */
  readonly own: number;
  /** Short names of parties that have offered no co-presidency. */
  readonly unpresided: readonly string[];
  readonly awaited: readonly string[];
  readonly inService: boolean;
}

type StepKey = 'AGREEMENT' | 'TEXT' | 'AXES' | 'RULES' | 'PEOPLE' | 'SERVICE';

/** Only the steps that an agreement of this kind has; all of them while none is chosen. */
function stepsOf(kind: AgreementKind | null): StepKey[] {
  const axes: StepKey[] = kind && !hasPlan(kind) ? [] : ['AXES'];
  const rules: StepKey[] = kind && openRules(kind).length === 0 ? [] : ['RULES'];
  return ['AGREEMENT', 'TEXT', ...axes, ...rules, 'PEOPLE', 'SERVICE'];
}

const list = (language: Language, names: readonly string[]): string => new Intl.ListFormat(language === 'ar' ? 'ar' : 'fr', { type: 'conjunction' }).format(names);

function stepView(language: Language, key: StepKey, at: Standing): SetUpStepType {
  const presided = at.kind === null || !hasCommittee(at.kind) || at.unpresided.length === 0;
  const done: Readonly<Record<StepKey, boolean>> = { AGREEMENT: at.kind !== null, TEXT: at.articles > 0, AXES: at.axes > 0, RULES: at.own > 0, PEOPLE: at.kind !== null && presided, SERVICE: at.inService };
  const values = { name: at.name, articles: at.articles, axes: at.axes, own: at.own, missing: list(language, at.unpresided), awaited: list(language, at.awaited) };
  return { key, title: say(language, `setUp.step.${key}.title`), lead: say(language, `setUp.step.${key}.lead`), done: done[key], summary: say(language, `setUp.step.${key}.${done[key] ? 'done' : 'todo'}`, values) };
}

async function unpresidedOf(tx: ReadTx, partnershipId: string, parties: readonly PartyType[]): Promise<string[]> {
  const seats = await tx.query<{ partyId: string }>(
    `select party_id as "partyId" from seat where partnership_id = $1 and category = 'CO_PRESIDENT'
     union select party_id from invitation where partnership_id = $1 and category = 'CO_PRESIDENT' and withdrawn_at is null and declined_at is null`,
    [partnershipId],
  );
  return parties.filter(({ id }) => !seats.some(({ partyId }) => partyId === id)).map(({ shortName }) => shortName);
}

const openingOf = ({ number, title, text }: ArticleWords) => ({ number, title, opening: text.replaceAll(/\s+/gu, ' ').slice(0, 140), characters: text.length });

interface Written {
  readonly about: Pick<SetUpType, 'agreementId' | 'kind' | 'displayName' | 'effectiveOn' | 'since'>;
  readonly articles: readonly ArticleWords[];
  readonly axes: readonly AxisRecorded[];
  readonly own: number;
}

const nothing: Written = { about: { agreementId: null, kind: null, displayName: null, effectiveOn: null, since: null }, articles: [], axes: [], own: 0 };

async function writtenIn(tx: ReadTx, book: RuleBook): Promise<Written> {
  const { kind, displayName, effectiveOn, since } = await agreementAt(tx, book);
  const rules = [...(await rulesInForce(tx, book.partnershipId, book.agreementId)).values()];
  const own = rules.filter(({ source }) => source.kind !== 'PRODUCT_DEFAULT').length;
  return { about: { agreementId: book.agreementId, kind, displayName, effectiveOn, since }, articles: await articlesOf(tx, book), axes: await axesAt(tx, book), own };
}

function standingOf(written: Written, { book, parties, unpresided }: { book: RuleBook | null; parties: readonly PartyType[]; unpresided: readonly string[] }): Standing {
  const { about, articles, axes, own } = written;
  const awaited = parties.filter(({ id }) => !book?.confirmedBy.includes(id)).map(({ shortName }) => shortName);
  return { kind: about.kind, name: about.displayName ?? '', articles: articles.length, axes: axes.length, own, unpresided, awaited, inService: Boolean(book?.inServiceAt) };
}

/** Where the set-up of a partnership stands; `null` when it is out of sight. */
export async function setUpOf(tx: ReadTx, partnershipId: string, resting: readonly Resting[]): Promise<SetUpType | null> {
  const book = await bookAt(tx, partnershipId);
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  if (parties.length === 0) return null;
  const { language } = tx.ctx;
  const written = book ? await writtenIn(tx, book) : nothing;
  const standing = standingOf(written, { book, parties, unpresided: await unpresidedOf(tx, partnershipId, parties) });
  const may = maySetUp({ inServiceAt: book?.inServiceAt ?? null }, deskOf(tx.ctx, partnershipId));
  const mayAxes = may.refused || !resting.includes('PROGRAMME') ? may : refused('AGREEMENT_IN_USE', { by: 'PROGRAMME' }, changeOfRules);
  return {
    ...written.about, textEdition: book?.textEdition ?? 0, text: joinArticles(written.articles), articles: written.articles.map(openingOf), axes: written.axes.map(axisView), offeredAxes: offeredAxes(),
    templates: templateKeys.map((code) => ({ code, title: say(language, `setUp.template.${code}.title`), lead: say(language, `setUp.template.${code}.lead`) })),
    kinds: agreementKinds.map((code) => ({ code, title: say(language, `setUp.kind.${code}`), lead: '' })),
    steps: stepsOf(standing.kind).map((key) => stepView(language, key, standing)), inServiceAt: book?.inServiceAt ?? null, viewerMayWrite: mayView(may), viewerMayWriteAxes: mayView(mayAxes),
  };
}

/** The set-up that an act has just touched. @throws Error when it is out of sight: a bug */
export async function setUpView(tx: ReadTx, partnershipId: string, resting: readonly Resting[] = []): Promise<SetUpType> {
  const view = await setUpOf(tx, partnershipId, resting);
  if (!view) throw new Error(`the set-up of ${partnershipId} is out of sight`);
  return view;
}
