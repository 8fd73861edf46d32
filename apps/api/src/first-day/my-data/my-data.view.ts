import { MachineClock, refused } from '#kernel';
import { allow, Work, type Actor, type Ctx, type GraphqlRequest } from '#platform';
import { Injectable } from '@nestjs/common';
import { Context, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { actsOf, exportOwnData } from './own-rows.js';

@ObjectType('MyData', { description: 'Ce que la personne connectée peut voir et corriger d’elle-même.' })
export class MyDataType {
  @Field(() => String) displayName: string;
  @Field(() => String) mailAddress: string;
  @Field(() => String) language: string;
  @Field(() => String, { description: 'IMMEDIATE, DAILY ou WEEKLY : combien de fois viennent mes rappels.' }) mailRhythm: string;
  @Field(() => String, { nullable: true, description: 'Nouvelle adresse dont le code est attendu.' }) awaitedAddress: string | null;
  @Field(() => Int, { description: 'Votes et signatures : ce qui reste après un effacement.' }) acts: number;
}

allow('Query.myData', 'SIGNED_IN');
allow('Query.myDataExport', 'SIGNED_IN');

interface PersonLine {
  readonly displayName: string;
  readonly mailAddress: string;
  readonly language: string;
  readonly mailRhythm: string;
  readonly awaitedAddress: string | null;
}

const awaited = `(select new_address from address_change where person_id = person.id and confirmed_at is null and expires_at > $2 and tries < 5
  and not exists (select from address_change later where later.person_id = person.id and later.asked_at > address_change.asked_at) limit 1)`;
const line = `select display_name as "displayName", mail_address as "mailAddress", language, mail_rhythm as "mailRhythm", ${awaited} as "awaitedAddress" from person where id = $1`;

/** Always the reader's own, whatever the arguments of the request: there are none. */
@Injectable()
@Resolver()
export class MyDataView {
  constructor(
    private readonly work: Work,
    private readonly machine: MachineClock,
  ) {}

  @Query(() => MyDataType)
  async myData(@Context() request: GraphqlRequest): Promise<MyDataType> {
    const ctx = signedIn(request.ctx);
    const [person] = await this.work.read({ ...ctx, audience: 'INSTANCE' }, (tx) => tx.query<PersonLine>(line, [ctx.actor.personId, this.machine.now()]));
    if (!person) throw new Error('a session without its person');
    return Object.assign(new MyDataType(), person, { acts: await actsOf(this.work, ctx) });
  }

  @Query(() => String, { description: 'Tout ce qui est gardé sur la personne connectée, en JSON (RGPD, art. 15 et 20).' })
  async myDataExport(@Context() request: GraphqlRequest): Promise<string> {
    return JSON.stringify(await exportOwnData(this.work, signedIn(request.ctx), this.machine.now()), null, 2);
  }
}

/** The policy row lets nobody else in. @throws Error when it did */
function signedIn(ctx: Ctx): Ctx & { readonly actor: Actor } {
  if (!ctx.actor) throw new Error(refused('SIGN_IN_REQUIRED').code);
  return { ...ctx, actor: ctx.actor };
}
