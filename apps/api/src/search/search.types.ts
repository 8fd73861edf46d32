import { CivilDateScalar } from '#platform';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: 'Des mots ou leur début ; tous doivent s’y trouver.' }) text: string;
  @Field(() => ID, { nullable: true, description: 'Dans ce partenariat seulement.' }) partnershipId?: string | null;
  @Field(() => Int, { defaultValue: 30, description: '50 au plus.' }) first: number;
  @Field(() => String, { nullable: true, description: 'Le « endCursor » de ce qui est montré déjà.' }) after?: string | null;
}

@ObjectType('ExtractPart', { description: 'Un morceau d’extrait ; « found » : ce sont les mots cherchés.' })
export class ExtractPartType {
  @Field(() => String) text: string;
  @Field(() => Boolean) found: boolean;
}

@ObjectType('SearchResult', { description: 'Une chose trouvée, que la personne peut lire.' })
export class SearchResultType {
  @Field(() => String, { description: 'projectSheet, followedAction, decision, meeting, minutes, article, axis, actionLead, rule ou pastProject.' }) kind: string;
  @Field(() => ID) id: string;
  @Field(() => ID) partnershipId: string;
  @Field(() => String) partnershipName: string;
  @Field(() => String, { description: 'La chose sur la page de laquelle on la lit : la réunion d’une décision ; sans connexion, le PV public.' }) pageId: string;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le jour de la réunion, ou du début de l’action.' }) saidOn: string | null;
  @Field(() => [ExtractPartType]) title: ExtractPartType[];
  @Field(() => [ExtractPartType]) extract: ExtractPartType[];
}

@ObjectType('SearchResults')
export class SearchResultsType {
  @Field(() => Int, { description: 'Combien de choses la personne peut lire, comptées jusqu’à 1 000.' }) total: number;
  @Field(() => [SearchResultType], { description: 'Les plus proches d’abord.' }) results: SearchResultType[];
  @Field(() => String, { nullable: true, description: 'À donner à « after » pour la suite ; nul quand tout est montré.' }) endCursor: string | null;
}
