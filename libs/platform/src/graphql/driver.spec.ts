import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { auditServer } from 'graphql-http';
import { openHouse } from '../../../../test/graphql/floor.js';

@ObjectType()
class Echo {
  @Field(() => Int)
  number: number;
}

@Resolver()
class Echoes {
  @Query(() => Echo)
  echo(@Args('number', { type: () => Int }) number: number): Echo {
    return { number };
  }
}

const verdicts = async (url: string) => {
  const results = await auditServer({ url });
  return { ok: results.filter((result) => result.status === 'ok').length, failed: results.filter((result) => result.status !== 'ok').map((result) => result.name) };
};

describe('GraphQL over HTTP', () => {
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    ({ app, url } = await openHouse({ resolvers: [Echoes], rows: [{ operation: 'Query.echo', who: 'ANYONE' }] }));
  });
  afterAll(() => app.close());

  it('passes the 61 audits', async () => {
    expect(await verdicts(url)).toEqual({ ok: 61, failed: [] });
  });
});
