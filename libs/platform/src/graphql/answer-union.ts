import type { Answer, Refusal } from '#kernel';
import type { Type } from '@nestjs/common';
import { Context, createUnionType, Field, InterfaceType, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlRequest } from '../work/work.js';
import { refusalSentence } from './refusal-sentence.js';

export const RuleSourceKind = { ARTICLE: 'ARTICLE', RULES_OF_PROCEDURE: 'RULES_OF_PROCEDURE', LAW: 'LAW', PRODUCT_DEFAULT: 'PRODUCT_DEFAULT' } as const;
registerEnumType(RuleSourceKind, {
  name: 'RuleSourceKind',
  description: 'D’où vient une règle.',
  valuesMap: {
    ARTICLE: { description: 'Un article de la convention.' },
    RULES_OF_PROCEDURE: { description: 'Le règlement intérieur adopté par le comité.' },
    LAW: { description: 'La loi ou un règlement de l’État.' },
    PRODUCT_DEFAULT: { description: 'Un réglage par défaut de Passerelle, faute de règle des partenaires.' },
  },
});

@ObjectType('RuleSource')
export class RuleSourceView {
  @Field(() => RuleSourceKind)
  kind: keyof typeof RuleSourceKind;

  @Field(() => String, { description: '« Art. 5 », « L. 1115-1 CGCT »…' })
  reference: string;

  @Field(() => String, { nullable: true, description: 'Les mots du texte, dans sa langue.' })
  quote?: string | undefined;
}

@ObjectType('RefusalArgument')
export class RefusalArgument {
  @Field(() => String)
  name: string;

  @Field(() => String)
  value: string;
}

/** What every refusal shows. Richer ones extend it: `@ObjectType({ implements: () => RefusalView }) class VersionChanged extends RefusalView`. */
@InterfaceType('Refusal', { description: 'Un « non » attendu : jamais une erreur.', resolveType: (value: object) => value.constructor })
export abstract class RefusalView {
  constructor(readonly refusal: Refusal) {}

  @Field(() => String)
  get code(): string {
    return this.refusal.code;
  }

  @Field(() => String, { description: 'La phrase, dans la langue du lecteur.' })
  readonly sentence: string;

  @Field(() => RuleSourceView, { nullable: true, description: 'La règle qui fonde ce refus, quand il y en a une.' })
  get source(): RuleSourceView | null {
    const { source } = this.refusal;
    return source && { kind: source.kind, reference: source.reference, quote: source.quote };
  }

  @Field(() => [RefusalArgument])
  get arguments(): RefusalArgument[] {
    return Object.entries(this.refusal.args).map(([name, value]) => ({ name, value: String(value) }));
  }
}

@ObjectType('Refused', { implements: () => RefusalView })
export class Refused extends RefusalView {}

/** Rooms speak codes; here they get their sentence (house law 9). A code without a phrase is shown as it is. */
@Resolver(() => RefusalView)
export class RefusalSentence {
  @ResolveField(() => String)
  sentence(@Parent() { refusal }: RefusalView, @Context() request: GraphqlRequest): string {
    return refusalSentence(refusal, request.ctx.language);
  }
}

/**
 * The answer of a mutation: `union <name> = Success | Refused | …extra`. `extra` are richer refusals, classes extending `RefusalView`.
 * A value that is no refusal is the success.
 */
export function answerUnion(name: string, success: () => Type<unknown>, ...extra: readonly (() => Type<RefusalView>)[]): unknown {
  const refusals = (): Type<RefusalView>[] => [Refused, ...extra.map((type) => type())];
  return createUnionType({
    name,
    types: () => [success(), ...refusals()],
    resolveType: (value: unknown) => refusals().find((type) => value instanceof type) ?? success(),
  });
}

/** Refusals of one answer that have a type of their own, by code. */
export type Richer = Readonly<Record<string, (refusal: Refusal) => RefusalView>>;

/** What a resolver returns for an answer: the view of what was accepted, or the refusal. */
export async function answered<T, View>(answer: Answer<T>, toView: (value: T) => View | Promise<View>, richer: Richer = {}): Promise<View | RefusalView> {
  if (!answer.refused) return toView(answer.value);
  const own = Object.hasOwn(richer, answer.code) ? richer[answer.code] : undefined;
  return own ? own(answer) : new Refused(answer);
}
