import type { RuleSource } from '#kernel';
import { hasPhrase, say, type PhraseKey } from '#phrases';
import { allow, personas, policyRows, RuleSourceView, type GraphqlRequest, type Operation, type PolicyRow } from '#platform';
import { Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';

/** A row without a source of its own: our way, and said to be. */
const houseDefault: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, droits par défaut' };

@ObjectType('WhoMay', { description: 'Une ligne de « qui peut quoi » : la règle même qui ouvre ou ferme la porte.' })
export class WhoMayType {
  @Field(() => String, { description: 'L’opération, comme le schéma la nomme.' }) operation: string;
  @Field(() => String, { description: 'Ce qu’elle fait, dans la langue du lecteur.' }) sentence: string;
  @Field(() => Boolean, { description: 'Change quelque chose ; sinon elle montre.' }) changes: boolean;
  @Field(() => String, { description: 'ANYONE : tout le monde ; SIGNED_IN : toute personne connectée ; SEATS : celles dont la fonction est nommée.' }) who: string;
  @Field(() => [String], { description: 'Les fonctions admises, quand il faut en avoir une.' }) personas: string[];
  @Field(() => RuleSourceView) source: RuleSourceView;
}

allow('Query.whoMay', 'SIGNED_IN');

/** The phrase that words an operation: `whoMay.Mutation.signIn`. */
export const wordingOf = (operation: Operation): string => `whoMay.${operation}`;

const shown = (row: PolicyRow, language: string): WhoMayType => {
  const key = wordingOf(row.operation);
  const source = row.source ?? houseDefault;
  return {
    operation: row.operation,
    sentence: hasPhrase(key) ? say(language, key as PhraseKey) : row.operation,
    changes: row.operation.startsWith('Mutation.'),
    who: typeof row.who === 'string' ? row.who : 'SEATS',
    personas: typeof row.who === 'string' ? [] : personas.filter((persona) => row.who.includes(persona)),
    source: { kind: source.kind, reference: source.reference, quote: source.quote },
  };
};

/** « Qui peut quoi », read from the rows that the door itself obeys: it cannot say anything else than what happens. */
@Resolver()
export class WhoMayView {
  @Query(() => [WhoMayType])
  whoMay(@Context() request: GraphqlRequest): WhoMayType[] {
    return policyRows().map((row) => shown(row, request.ctx.language));
  }
}
