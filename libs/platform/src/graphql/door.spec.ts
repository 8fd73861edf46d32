import { accepted, refused, type Answer } from '#kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { actorOf, ask, ctxOf, openHouse } from '../../../../test/graphql/floor.js';
import type { PolicyRow } from '../policy/policy.js';
import type { GraphqlRequest } from '../work/work.js';
import { answered, answerUnion, RefusalView } from './answer-union.js';
import { GraphqlExecutor } from './engine.js';

@ObjectType()
class Charter {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  signer: string;
}

@ObjectType({ implements: () => RefusalView })
class VersionBehind extends RefusalView {
  @Field(() => String)
  get current(): string {
    return String(this.refusal.args['current']);
  }
}

const SignCharterAnswer = answerUnion('SignCharterAnswer', () => Charter, () => VersionBehind) as never;
const source = { kind: 'ARTICLE', reference: 'Art. 5', quote: 'Le comité se réunit…' } as const;
const answers: Record<string, Answer<string>> = {
  ready: accepted('charter-1'),
  absent: refused('NOT_FOUND', {}, source),
  late: refused('VERSION_CHANGED', { current: '4' }),
  unnamed: refused('NO_SENTENCE_YET'),
};

let acts = 0;
@Resolver()
class Charters {
  @Mutation(() => SignCharterAnswer)
  async signCharter(@Args('id', { type: () => ID }) id: string, @Context() request: GraphqlRequest): Promise<unknown> {
    acts += 1;
    const view = (found: string): Charter => ({ id: found, signer: request.ctx.actor?.personId ?? '' });
    return answered(answers[id] ?? refused('NOT_FOUND'), view, { VERSION_CHANGED: (refusal) => new VersionBehind(refusal) });
  }

  @Query(() => String)
  async whoAmI(@Context() request: GraphqlRequest): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return request.ctx.actor?.personId ?? 'nobody';
  }
}

@Resolver()
class Forgotten {
  @Query(() => String)
  secretOfState(): string {
    return 'told';
  }
}

const rows: PolicyRow[] = [
  { operation: 'Mutation.signCharter', who: ['CO_PRESIDENT'] },
  { operation: 'Query.whoAmI', who: 'SIGNED_IN' },
];
const sign = `mutation ($id: ID!) { signCharter(id: $id) {
  __typename ... on Charter { id signer } ... on VersionBehind { current } ... on Refusal { code sentence source { kind reference quote } arguments { name value } } } }`;
const president = { 'x-person': 'alice', 'x-persona': 'CO_PRESIDENT' };

describe('a mutation answers', () => {
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    ({ app, url } = await openHouse({ resolvers: [Charters], rows }));
  });
  afterAll(() => app.close());
  const answerOf = async (id: string, headers: Record<string, string> = president): Promise<unknown> =>
    (await ask(url, sign, { variables: { id }, headers })).data?.['signCharter'];

  it('what was accepted', async () => {
    expect(await answerOf('ready')).toEqual({ __typename: 'Charter', id: 'charter-1', signer: 'alice' });
  });

  it('a refusal with its source, said in the viewer’s language', async () => {
    expect(await answerOf('absent')).toEqual({
      __typename: 'Refused',
      code: 'NOT_FOUND',
      sentence: 'Introuvable. Le lien est peut-être ancien, ou cet élément ne vous est pas ouvert.',
      source,
      arguments: [],
    });
    expect(await answerOf('absent', { ...president, 'x-language': 'ar' })).toMatchObject({ sentence: expect.stringContaining('غير موجود') });
  });

  it('a refusal with a type of its own, still a Refusal', async () => {
    expect(await answerOf('late')).toMatchObject({ __typename: 'VersionBehind', current: '4', code: 'VERSION_CHANGED', arguments: [{ name: 'current', value: '4' }] });
  });

  it('the code itself when phrases have no sentence yet', async () => {
    expect(await answerOf('unnamed')).toMatchObject({ code: 'NO_SENTENCE_YET', sentence: 'NO_SENTENCE_YET' });
  });

  it('a closed door as a refusal, and nothing is done', async () => {
    const before = acts;
    expect(await answerOf('ready', {})).toMatchObject({ __typename: 'Refused', code: 'SIGN_IN_REQUIRED', sentence: 'Connectez-vous pour continuer.' });
    expect(await answerOf('ready', { 'x-person': 'tariq', 'x-persona': 'TECHNICIAN' })).toMatchObject({ __typename: 'Refused', code: 'NOT_ALLOWED' });
    expect(acts).toBe(before);
  });

  it('a closed door of a query as an error with its code', async () => {
    const told = await ask(url, '{ whoAmI }', { headers: { 'x-language': 'ar' } });
    expect(told.errors).toMatchObject([{ path: ['whoAmI'], message: 'سجّلوا الدخول للمتابعة.', extensions: { code: 'SIGN_IN_REQUIRED' } }]);
  });

  it('two hundred overlapping requests, each to its own person', async () => {
    const people = Array.from({ length: 200 }, (_unused, index) => `person-${index}`);
    const told = await Promise.all(people.map((person, index) => ask(url, '{ whoAmI }', { headers: { 'x-person': person, 'x-slow': String((index * 7) % 20) } })));
    expect(told.map((answer) => answer.data?.['whoAmI'])).toEqual(people);
  });

  it('in process under the same policy and the same language', async () => {
    const executor = app.get(GraphqlExecutor);
    expect(await executor.execute(ctxOf(actorOf('alice', 'CO_PRESIDENT')), sign, { id: 'ready' })).toMatchObject({ data: { signCharter: { signer: 'alice' } } });
    expect(await executor.execute(ctxOf(null, 'ar'), sign, { id: 'ready' })).toMatchObject({ data: { signCharter: { code: 'SIGN_IN_REQUIRED', sentence: 'سجّلوا الدخول للمتابعة.' } } });
    expect((await executor.execute(ctxOf(null), '{ nothing }')).errors?.[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});

describe('an operation nobody thought about', () => {
  let app: NestFastifyApplication | undefined;
  afterEach(() => app?.close());
  const boot = async (resolvers: Parameters<typeof openHouse>[0]['resolvers'], known: PolicyRow[]): Promise<void> => {
    ({ app } = await openHouse({ resolvers, rows: known }));
  };

  it('planted: a resolver without a row stops the boot, by name', async () => {
    await expect(boot([Charters, Forgotten], rows)).rejects.toThrow('Query.secretOfState has no policy row');
  });

  it('planted: a row without an operation stops it too', async () => {
    await expect(boot([Charters], [...rows, { operation: 'Mutation.burnCharter', who: 'SIGNED_IN' }])).rejects.toThrow('the policy row of Mutation.burnCharter has no operation');
  });
});
