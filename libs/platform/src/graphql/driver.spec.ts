import { afterEach, describe, expect, it } from '@jest/globals';
import { Args, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditServer } from 'graphql-http';
import { ask, openHouse, type House } from '../../../../test/graphql/floor.js';
import type { PolicyRow } from '../policy/policy.js';
import { limits } from './limits.js';

@ObjectType()
class Echo {
  @Field(() => Int)
  number: number;
}

let rung = 0;
@Resolver()
class Echoes {
  @Query(() => Echo)
  echo(@Args('number', { type: () => Int }) number: number): Echo {
    return { number };
  }

  @Mutation(() => Int)
  ring(): number {
    rung += 1;
    return rung;
  }
}

const rows: PolicyRow[] = [
  { operation: 'Query.echo', who: 'ANYONE' },
  { operation: 'Mutation.ring', who: 'ANYONE' },
];
let app: NestFastifyApplication | undefined;
const open = async (extra: Partial<House> = {}): Promise<string> => {
  const house = await openHouse({ resolvers: [Echoes], rows, ...extra });
  app = house.app;
  return house.url;
};
afterEach(() => app?.close());

const failedAudits = async (url: string): Promise<{ count: number; failed: string[] }> => {
  const results = await auditServer({ url });
  return { count: results.length, failed: results.filter((result) => result.status !== 'ok').map((result) => result.name) };
};
const codeIn = async (response: Response): Promise<unknown> => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('GraphQL over HTTP', () => {
  it('passes the 61 audits', async () => {
    expect(await failedAudits(await open())).toEqual({ count: 61, failed: [] });
  });

  it('planted: a server that always answers application/json fails them', async () => {
    const plant: House['plant'] = (server) => server.addHook('onSend', async (_request, reply) => void reply.header('content-type', 'application/json; charset=utf-8'));
    expect((await failedAudits(await open({ plant }))).failed.join()).toContain('application/graphql-response+json');
  });
});

describe('what another site could send', () => {
  const query = 'query={echo(number:1){number}}';
  const foreign: [string, RequestInit, number, string][] = [
    ['a form', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: query }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form with files', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['plain text that is JSON', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"mutation{ring}"}' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['JSON in disguise', { method: 'POST', headers: { 'content-type': 'text/plain; application/json' }, body: '{"query":"mutation{ring}"}' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['JSON the browser calls foreign', { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, body: '{"query":"mutation{ring}"}' }, 403, 'CROSS_SITE_REQUEST'],
    ['JSON from a sister domain', { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }, body: '{"query":"mutation{ring}"}' }, 403, 'CROSS_SITE_REQUEST'],
    ['a batch', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[{"query":"{echo(number:1){number}}"}]' }, 400, 'BAD_REQUEST'],
    ['another method', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"query":"mutation{ring}"}' }, 405, 'BAD_REQUEST'],
  ];
  it.each(foreign.map(([what, init, ...expected]) => ({ what, init, expected })))('$what is refused', async ({ init, expected }) => {
    const before = rung;
    const response = await fetch(await open(), init);
    expect([response.status, await codeIn(response), rung]).toEqual([...expected, before]);
  });

  it.each([
    ['an image or a script', { 'sec-fetch-site': 'cross-site' }],
    ['a link, in an old browser', { accept: 'text/html,*/*;q=0.8' }],
    ['a script, in an old browser', { origin: 'https://elsewhere.example' }],
  ])('GET by %s is refused', async (_name, headers: Record<string, string>) => {
    const response = await fetch(`${await open()}?${query}`, { headers });
    expect([response.status, await codeIn(response)]).toEqual([403, 'CROSS_SITE_REQUEST']);
  });

  it('GET asks, and never acts', async () => {
    const url = await open();
    const before = rung;
    expect(await (await fetch(`${url}?${query}`)).json()).toEqual({ data: { echo: { number: 1 } } });
    expect((await fetch(`${url}?${query}`, { headers: { 'sec-fetch-site': 'same-origin', accept: 'application/json' } })).status).toBe(200);
    const acting = await fetch(`${url}?query=mutation{ring}`);
    expect([acting.status, acting.headers.get('allow'), await codeIn(acting), rung]).toEqual([405, 'POST', 'MUTATION_OVER_GET', before]);
    expect((await ask(url, 'mutation { ring }')).data).toEqual({ ring: before + 1 });
  });
});

describe('size of a request', () => {
  const bodyOf = (bytes: number): string => {
    const start = '{"query":"{echo(number:1){number}}","variables":{"x":"';
    return `${start}${'a'.repeat(bytes - start.length - 3)}"}}`;
  };
  it('one megabyte passes, one byte more does not', async () => {
    const url = await open();
    const send = (body: string) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await send(bodyOf(limits.bodyBytes))).status).toBe(200);
    const refused = await send(bodyOf(limits.bodyBytes + 1));
    expect([refused.status, await codeIn(refused)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });
});

describe('who is answered', () => {
  it('refuses a request that was given the audience of the instance, and says nothing of why', async () => {
    const told = await ask(await open(), '{ echo(number: 1) { number } }', { headers: { 'x-instance': 'yes' } });
    expect(told.status).toBe(500);
    expect(told.errors?.[0]?.extensions['code']).toBe('UNEXPECTED');
    expect(told.text).not.toContain('audience');
  });
});
