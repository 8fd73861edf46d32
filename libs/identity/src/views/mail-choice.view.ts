import { allow, Work, type GraphqlRequest } from '#platform';
import { Args, Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { MailRhythm } from '../domain/mail-rhythm.js';
import { InstanceSecret } from '../store/instance-secret.js';
import { readerOfToken } from '../store/unsubscribe.store.js';
import { MailRhythmEnum } from './mail-rhythm.type.js';

@ObjectType('MailChoice', { description: 'Combien de fois viennent les rappels dont parle un lien de désabonnement ; rien d’autre de la personne.' })
export class MailChoiceType {
  @Field(() => MailRhythmEnum) rhythm: MailRhythm;
}

allow('Query.mailChoice', 'ANYONE');

/** What the page behind a letter's List-Unsubscribe shows to whoever holds the letter. Reading it changes nothing. */
@Resolver()
export class MailChoiceView {
  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
  ) {}

  @Query(() => MailChoiceType, { nullable: true })
  async mailChoice(@Args('token', { type: () => String }) token: string, @Context() request: GraphqlRequest): Promise<MailChoiceType | null> {
    const reader = await this.work.read({ ...request.ctx, audience: 'INSTANCE' }, (tx) => readerOfToken(tx, this.secret.value, token));
    return reader && Object.assign(new MailChoiceType(), { rhythm: reader.rhythm });
  }
}
