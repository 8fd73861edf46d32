import { describe, expect, it } from '@jest/globals';
import { problemsMessage, readSettings, type Settings } from './settings.js';

const secret = 'k'.repeat(32);
const real = {
  PUBLIC_URL: 'https://cooperation.ville.example/',
  INSTANCE_SECRET: secret,
  SMTP_URL: 'smtps://u:p@mail.ville.example:465',
};
const database = {
  DATABASE_URL: 'postgresql://passerelle_app:a@db/passerelle',
  DATABASE_OWNER_URL: 'postgresql://passerelle_owner:b@db/passerelle',
  DATABASE_WORKER_URL: 'postgresql://passerelle_worker:c@db/passerelle',
};

function accepted(env: Record<string, string>, argv: string[] = []): Settings {
  const answer = readSettings(env, argv);
  if ('problems' in answer) throw new Error(problemsMessage(answer.problems));
  return answer.settings;
}

function problems(env: Record<string, string>, argv: string[] = []): string[] {
  const answer = readSettings(env, argv);
  return 'problems' in answer ? answer.problems : [];
}

describe('with nothing set', () => {
  it('is the demo, on this machine only, with everything embedded', () => {
    expect(accepted({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      database: undefined,
      redisUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'passerelle@localhost.example',
      dataDir: '.data',
      demo: true,
      instanceSecret: undefined,
      role: 'both',
      trustProxy: undefined,
      notice: {},
      sessions: { idle: 30 * 86_400_000, longest: 90 * 86_400_000 },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(accepted({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toMatchObject({ port: 3000, demo: true, database: undefined });
  });

  it('announces the port it listens on', () => {
    expect(accepted({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
  });
});

describe('the demo', () => {
  it.each(['0.0.0.0', '::', '192.168.1.4', '127.0.0.1.evil.example'])('refuses to listen on %s unasked', (HOST) => {
    expect(problems({ HOST })).toEqual([expect.stringContaining(`HOST=${HOST}`)]);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('may listen on %s', (HOST) => {
    expect(accepted({ HOST }).demo).toBe(true);
  });

  it('listens anywhere when DEMO=1 says so', () => {
    expect(accepted({ HOST: '0.0.0.0', DEMO: '1' })).toMatchObject({ demo: true, host: '0.0.0.0' });
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'INSTANCE_SECRET'])('is not what someone who sets %s wants', (name) => {
    const all: Record<string, string> = { ...real, ...database, REDIS_URL: 'redis://r' };
    expect(problems({ [name]: all[name] ?? '' }).join()).toContain('hors démonstration');
    expect(accepted({ ...database, [name]: all[name] ?? '', DEMO: '1' }).demo).toBe(true);
  });
});

describe('outside the demo', () => {
  it('names all that is missing at once', () => {
    expect(problems({ DEMO: '0' })).toEqual(['PUBLIC_URL', 'INSTANCE_SECRET', 'SMTP_URL'].map((name) => `${name} est obligatoire hors démonstration.`));
  });

  it('runs on the embedded database or on one of its own', () => {
    expect(accepted({ ...real })).toMatchObject({ demo: false, database: undefined, publicUrl: 'https://cooperation.ville.example' });
    expect(accepted({ ...real, ...database, REDIS_URL: 'redis://r' })).toMatchObject({ redisUrl: 'redis://r', database: { app: database.DATABASE_URL, owner: database.DATABASE_OWNER_URL, worker: database.DATABASE_WORKER_URL, queue: database.DATABASE_WORKER_URL } });
    expect(accepted({ ...real, ...database, DATABASE_QUEUE_URL: 'postgres://q@db/p' }).database?.queue).toBe('postgres://q@db/p');
  });

  it('wants a secret of 32 characters', () => {
    expect(accepted({ ...real, INSTANCE_SECRET: secret }).instanceSecret).toBe(secret);
    expect(problems({ ...real, INSTANCE_SECRET: secret.slice(1) })).toEqual([expect.stringContaining('au moins 32')]);
  });

  it('writes from the public host unless told otherwise', () => {
    expect(accepted(real).mailFrom).toBe('passerelle@cooperation.ville.example');
    expect(accepted({ ...real, MAIL_FROM: 'jumelage@ville.example' }).mailFrom).toBe('jumelage@ville.example');
  });

  it('wants a public origin in https', () => {
    expect(problems({ ...real, PUBLIC_URL: 'http://ville.example' })).toEqual([expect.stringContaining('https')]);
    expect(problems({ ...real, PUBLIC_URL: 'https://ville.example/app' })).toEqual([expect.stringContaining('sans chemin')]);
    expect(accepted({ ...real, PUBLIC_URL: 'http://localhost:3000' }).publicUrl).toBe('http://localhost:3000');
  });
});

describe('the database', () => {
  it('comes with its owner and its worker', () => {
    expect(problems({ ...real, DATABASE_URL: database.DATABASE_URL })).toEqual([expect.stringMatching(/^DATABASE_OWNER_URL/), expect.stringMatching(/^DATABASE_WORKER_URL/)]);
    expect(problems({ ...real, DATABASE_QUEUE_URL: 'postgres://q@db/p' })).toEqual(['DATABASE_QUEUE_URL est donné sans DATABASE_URL.']);
  });

  it('is not served to the application by its owner', () => {
    expect(problems({ ...real, ...database, DATABASE_URL: database.DATABASE_OWNER_URL })).toEqual([expect.stringContaining('deux rôles différents')]);
  });
});

describe('the sessions', () => {
  it('are as short as a town wants', () => {
    expect(accepted({ SESSION_IDLE: '30m', SESSION_MAX: '12h' }).sessions).toEqual({ idle: 1_800_000, longest: 43_200_000 });
  });

  it.each(['0d', '30', '-1d', '2w', '1.5h'])('SESSION_IDLE=%s is no duration', (SESSION_IDLE) => {
    expect(problems({ SESSION_IDLE })).toEqual([expect.stringContaining('SESSION_IDLE est une durée')]);
  });
});

describe('the role', () => {
  it.each([[['--role', 'api'], 'api'], [['--role=worker'], 'worker']] as const)('%j is %s', (argv, role) => {
    expect(accepted({ ...real, ...database }, [...argv]).role).toBe(role);
  });

  it('is one of two words, and needs a database both processes can reach', () => {
    expect(problems({}, ['--role', 'king'])).toEqual(['--role vaut api ou worker.']);
    expect(problems({}, ['--role'])).toEqual(['--role vaut api ou worker.']);
    expect(problems({}, ['--role', 'api'])).toEqual([expect.stringContaining('--role api demande DATABASE_URL')]);
  });
});

describe('many wrong settings', () => {
  const wrong = { PORT: '70000', DEMO: 'oui', REDIS_URL: 'http://r', SMTP_URL: 'mail', DATABASE_URL: 'mysql://root:hunter2@db/x', MAIL_FROM: 'a@b, c@d', INSTANCE_SECRET: 'hunter3' };

  it('are all named in one message', () => {
    const message = problemsMessage(problems(wrong, ['--role', 'x']));
    for (const name of [...Object.keys(wrong), 'DATABASE_OWNER_URL', 'PUBLIC_URL', '--role']) expect(message).toContain(`• ${name} `);
    expect(message.split('\n')[0]).toMatch(/^\d+ réglages empêchent/);
  });

  it('never repeat a secret', () => {
    expect(problemsMessage(problems(wrong))).not.toMatch(/hunter/);
  });

  it.each(['0', '65536', '3000.5', 'abc', '-1'])('PORT=%s is one', (PORT) => {
    expect(problems({ PORT })).toEqual(['PORT doit être un nombre entier entre 1 et 65535.']);
  });
});
