import { accepted, refused, type Answer, type CivilDate, type Json, type RuleSource } from '#kernel';
import { CivilDateScalar, RuleSourceKind, type Tx } from '#platform';
import { Field, ID, InputType } from '@nestjs/graphql';
import { definitionOf, isRuleKey, type RuleKey } from '../domain/questions.js';
import type { RuleAsked, RuleBook, RuleWorld } from '../domain/rule-life.js';
import { sourceOf } from '../domain/rule-source.js';
import { valueOfParts } from '../domain/rule-values.js';
import { articlesOf, deskOf, lockBook, worldOf } from '../store/rule-book.store.js';

@InputType({ description: 'Une partie de la valeur d’une règle : son nom, et ce qui est choisi ou saisi.' })
export class RulePartInput {
  @Field(() => String) name: string;
  @Field(() => [String]) values: string[];
}

@InputType({ description: 'Le texte dont vient une règle.' })
export class RuleSourceInput {
  @Field(() => RuleSourceKind) kind: RuleSource['kind'];
  @Field(() => String, { nullable: true, description: 'ARTICLE : son numéro dans l’accord, « Art. 5 ».' }) articleNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'LAW : « L. 1115-1 CGCT ».' }) reference?: string | null;
  @Field(() => CivilDateScalar, { nullable: true, description: 'RULES_OF_PROCEDURE : le jour de leur adoption.' }) adoptedOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'Les mots du texte ; pour un article, ils doivent s’y trouver.' }) quote?: string | null;
}

@InputType()
export class RuleValueInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => String) key: string;
  @Field(() => [RulePartInput]) parts: RulePartInput[];
}

/** The value a form's parts say for this rule. @returns refused `RULE_UNKNOWN`, `RULE_VALUE_UNFIT` */
export function valueAsked({ key, parts }: Pick<RuleValueInput, 'key' | 'parts'>): Answer<{ key: RuleKey; value: Json }> {
  if (!isRuleKey(key)) return refused('RULE_UNKNOWN');
  const value = valueOfParts(definitionOf(key).shape, parts);
  return value === undefined ? refused('RULE_VALUE_UNFIT') : accepted({ key, value });
}

export interface AskedOfBook {
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
export async function askedOfBook(tx: Tx, input: RuleValueInput, { source, motive }: { source: RuleSourceInput | null; motive: string | null }): Promise<Answer<AskedOfBook>> {
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
async function sourceAsked(tx: Tx, book: RuleBook, { key, value, source }: { key: RuleKey; value: Json; source: RuleSourceInput }): Promise<Answer<RuleSource>> {
  const { kind, articleNumber = null, reference = null, adoptedOn = null, quote = null } = source;
  return sourceOf({ kind, articleNumber, reference, adoptedOn, quote }, { key, value }, await articlesOf(tx, book));
}
