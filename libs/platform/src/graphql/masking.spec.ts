import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Args, Field, InputType, Int, Mutation, ObjectType, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { ask, openHouse } from '../../../../test/graphql/floor.js';
import { BigIntScalar, CivilDateScalar, InstantScalar } from './scalars.js';

enum Season {
  SPRING = 'SPRING',
}
registerEnumType(Season, { name: 'Season' });

const Leaky = new GraphQLScalarType({
  name: 'Leaky',
  serialize: () => {
    throw new Error('SELECT secret FROM scalars');
  },
});

@InputType()
class Plan {
  @Field(() => Int)
  year: number;

  @Field(() => CivilDateScalar, { nullable: true })
  day?: string;
}

@ObjectType()
class Faults {
  @Field(() => Leaky, { nullable: true })
  scalar: string;
}

const throwing = (error: unknown): never => {
  throw error;
};

@Resolver(() => Faults)
class Plans {
  @Query(() => String, { nullable: true })
  thrown(): string {
    return throwing(new Error('SELECT secret FROM plans'));
  }

  @Query(() => String, { nullable: true })
  thrownByGraphql(): string {
    return throwing(new GraphQLError('SELECT secret FROM graphql', { extensions: { code: 'secret', stacktrace: ['secret'] } }));
  }

  @Query(() => String, { nullable: true })
  thrownText(): string {
    return throwing('SELECT secret FROM text');
  }

  @Query(() => String, { nullable: true })
  crowded(@Args('code', { type: () => String, nullable: true }) code?: string): string {
    return throwing(code ? Object.assign(new Error('SELECT secret FROM crowd'), { code }) : new Error('timeout exceeded when trying to connect'));
  }

  @Query(() => String)
  nothing(): string {
    return null as unknown as string;
  }

  @Query(() => Faults)
  faults(): Partial<Faults> {
    return { scalar: 'x' };
  }

  @ResolveField(() => String, { nullable: true })
  async rejected(): Promise<string> {
    await Promise.resolve();
    return throwing(Object.assign(new Error('duplicate key value violates unique constraint "secret"'), { query: 'INSERT secret', code: '23505' }));
  }

  @Query(() => String)
  plan(@Args('input', { type: () => Plan }) input: Plan): string {
    return `${input.year} ${input.day ?? ''}`;
  }

  @Query(() => String)
  moment(@Args('at', { type: () => InstantScalar, nullable: true, defaultValue: undefined }) at: Date): string {
    return at.toISOString();
  }

  @Query(() => BigIntScalar)
  amount(@Args('minor', { type: () => BigIntScalar }) minor: bigint): bigint {
    return minor + 1n;
  }

  @Query(() => String)
  season(@Args('season', { type: () => Season, defaultValue: Season.SPRING }) season: Season): string {
    return season;
  }

  @Mutation(() => Int)
  count(@Args('by', { type: () => Int }) by: number): number {
    return by;
  }
}

const operations = ['thrown', 'thrownByGraphql', 'thrownText', 'crowded', 'nothing', 'faults', 'plan', 'moment', 'amount', 'season'].map((name) => `Query.${name}` as const);
const rows = [...operations, 'Mutation.count' as const].map((operation) => ({ operation, who: 'ANYONE' as const }));

let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  ({ app, url } = await openHouse({ resolvers: [Plans], rows }));
});
afterAll(() => app.close());

describe('a bug leaks nothing', () => {
  it.each(['{ thrown }', '{ thrownByGraphql }', '{ thrownText }', '{ nothing }', '{ faults { scalar } }', '{ faults { rejected } }', '{ p: season(season: SPRING) thrown x: plan(input: {year: 1, day: "2027-01-01"}) }'])(
    '%s',
    async (query) => {
      const told = await ask(url, query, { headers: { 'x-person': 'alice' } });
      expect(told.errors?.map((error) => error.extensions)).toEqual([{ code: 'UNEXPECTED', requestId: 'request-of-alice' }]);
      expect(told.errors?.[0]?.message).toContain('request-of-alice');
      expect(told.text).not.toMatch(/secret|SELECT|constraint|stack|\.ts|\.js|at \w+ \(/i);
    },
  );
});

describe('too many at once', () => {
  it.each(['{ crowded }', '{ crowded(code: "55P03") }', '{ crowded(code: "53300") }'])('%s: nothing was done, try again, and no word of the database', async (query) => {
    const told = await ask(url, query, { headers: { 'x-person': 'alice' } });
    expect(told.errors?.map(({ extensions, message }) => [extensions['code'], message])).toEqual([['TOO_BUSY', expect.stringMatching(/Rien n’a été enregistré\u00a0; réessayez/)]]);
    expect(told.text).not.toMatch(/secret|SELECT|timeout|connect|stack/i);
  });

  it('is not said of another fault of the database', async () => {
    expect((await ask(url, '{ crowded(code: "23505") }')).errors?.[0]?.extensions['code']).toBe('UNEXPECTED');
  });
});

describe('a wrong input is named by a code', () => {
  const wrong: [string, string, object | undefined, string][] = [
    ['a field nobody has', '{ burn }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL at all', '{ plan(', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['an operation that is not there', 'query A { thrown } query B { thrown }', undefined, 'BAD_REQUEST'],
    ['a subscription', 'subscription { x }', undefined, 'BAD_REQUEST'],
    ['an unknown input field', 'query ($i: Plan!) { plan(input: $i) }', { i: { year: 1, admin: true } }, 'BAD_USER_INPUT'],
    ['a prototype key', 'query ($i: Plan!) { plan(input: $i) }', JSON.parse('{"i":{"year":1,"__proto__":{"day":"x"}}}') as object, 'BAD_USER_INPUT'],
    ['a missing variable', 'query ($i: Plan!) { plan(input: $i) }', {}, 'BAD_USER_INPUT'],
    ['a text for a number', 'query ($i: Plan!) { plan(input: $i) }', { i: { year: '2027' } }, 'BAD_USER_INPUT'],
    ['a null where the default does not help', 'query ($s: Season) { season(season: $s) }', { s: null }, 'BAD_USER_INPUT'],
    ['a number with a fraction', 'query ($m: BigInt!) { amount(minor: $m) }', { m: 1.5 }, 'BAD_USER_INPUT'],
    ['a number beyond 64 bits', 'query ($m: BigInt!) { amount(minor: $m) }', { m: '9223372036854775808' }, 'BAD_USER_INPUT'],
    ['a date that does not exist', 'query ($i: Plan!) { plan(input: $i) }', { i: { year: 2027, day: '2027-02-29' } }, 'NO_SUCH_DATE'],
    ['the same, written in the document', '{ plan(input: {year: 2027, day: "2027-02-29"}) }', undefined, 'NO_SUCH_DATE'],
    ['an instant with an offset', 'query ($at: Instant) { moment(at: $at) }', { at: '2026-12-31T23:00:00+01:00' }, 'NO_SUCH_DATE'],
    ['an instant of a day that does not exist', 'query ($at: Instant) { moment(at: $at) }', { at: '2026-02-30T23:00:00Z' }, 'NO_SUCH_DATE'],
  ];
  it.each(wrong.map(([what, query, variables, code]) => ({ what, query, variables, code })))('$what', async ({ query, variables, code }) => {
    const told = await ask(url, query, variables && { variables });
    expect(told.errors?.map((error) => error.extensions['code'])).toEqual([code]);
    expect(told.text).not.toMatch(/stack|\.ts:|\.js:|node_modules/);
  });

  it('the sentence is in the viewer’s language', async () => {
    const told = await ask(url, '{ plan(input: {year: 2027, day: "2027-02-29"}) }', { headers: { 'x-language': 'ar' } });
    expect(told.errors?.[0]?.message).toBe('هذا التاريخ غير موجود: 2027-02-29.');
  });

  it('a megabyte of nonsense is not sent back', async () => {
    const told = await ask(url, 'query ($i: Plan!) { plan(input: $i) }', { variables: { i: { year: 'x'.repeat(900_000) } } });
    expect(told.text.length).toBeLessThan(2_000);
  });
});

describe('scalars', () => {
  it('BigInt keeps every digit, as text', async () => {
    const amount = async (minor: unknown): Promise<unknown> => (await ask(url, 'query ($m: BigInt!) { amount(minor: $m) }', { variables: { m: minor } })).data?.['amount'];
    expect([await amount('9007199254740993'), await amount(41), await amount('-1')]).toEqual(['9007199254740994', '42', '0']);
    expect((await ask(url, '{ amount(minor: 2640000000) }')).data).toEqual({ amount: '2640000001' });
  });

  it('CivilDate and Instant pass as they are', async () => {
    expect((await ask(url, '{ plan(input: {year: 2028, day: "2028-02-29"}) }')).data).toEqual({ plan: '2028 2028-02-29' });
    expect((await ask(url, 'query ($at: Instant) { moment(at: $at) }', { variables: { at: '2026-12-31T23:00:00Z' } })).data).toEqual({ moment: '2026-12-31T23:00:00.000Z' });
  });
});
