import { accepted, refused, type Answer, type Json, type RuleSource } from '#kernel';
import type { Tx } from '#platform';
import { definitionOf, isRuleKey, type RuleKey } from '../domain/questions.js';
import type { RuleAsked, RuleBook, RuleWorld } from '../domain/rule-life.js';
import { sourceOf, type SourceAsked } from '../domain/rule-source.js';
import { valueOfParts, type Part } from '../domain/rule-values.js';
import { articlesOf, deskOf, lockBook, worldOf } from './rule-book.store.js';

/** A value as it was typed, part by part. */
export interface ValueTyped {
  readonly partnershipId: string;
  readonly key: string;
  readonly parts: readonly Part[];
}

/** A source as it was typed: what its kind does not ask is absent. */
export type SourceTyped = Pick<SourceAsked, 'kind'> & { readonly [Field in Exclude<keyof SourceAsked, 'kind'>]?: SourceAsked[Field] | undefined };

/** The value a form's parts say for this rule. @returns refused `RULE_UNKNOWN`, `RULE_VALUE_UNFIT` */
function valueAsked({ key, parts }: Pick<ValueTyped, 'key' | 'parts'>): Answer<{ key: RuleKey; value: Json }> {
  if (!isRuleKey(key)) return refused('RULE_UNKNOWN');
  const value = valueOfParts(definitionOf(key).shape, parts);
  return value === undefined ? refused('RULE_VALUE_UNFIT') : accepted({ key, value });
}

interface AskedOfBook {
  readonly book: RuleBook;
  readonly world: RuleWorld;
  readonly asked: RuleAsked;
}

/** What a rule decided by the committee rests on. */
const decisionSource: RuleSource = { kind: 'RULES_OF_PROCEDURE', reference: 'décision du comité de pilotage' };

/**
 * Locks the book and reads what is asked of a rule against it. Without a source, the committee's own decision is the source.
 * @returns refused `NOT_FOUND` outside the partnership, else what value and source answer
 */
export async function askedOfBook(tx: Tx, input: ValueTyped, { source, motive }: { source: SourceTyped | null; motive: string | null }): Promise<Answer<AskedOfBook>> {
  const book = await lockBook(tx, input.partnershipId);
  if (!book) return refused('NOT_FOUND');
  const rule = valueAsked(input);
  if (rule.refused) return rule;
  const checked = source ? await sourceAsked(tx, book, { ...rule.value, source }) : accepted(decisionSource);
  if (checked.refused) return checked;
  const world = { desk: deskOf(tx.ctx, book.partnershipId), ...(await worldOf(tx, book, rule.value.key)) };
  return accepted({ book, world, asked: { id: tx.newId(), ...rule.value, source: checked.value, motive, at: tx.now() } });
}

/** A typed source, read against the agreement's own text. */
async function sourceAsked(tx: Tx, book: RuleBook, { key, value, source }: { key: RuleKey; value: Json; source: SourceTyped }): Promise<Answer<RuleSource>> {
  const { kind, articleNumber = null, reference = null, adoptedOn = null, quote = null } = source;
  return sourceOf({ kind, articleNumber, reference, adoptedOn, quote }, { key, value }, await articlesOf(tx, book));
}
