import { z } from 'zod';
import { addressProblems, databaseIn, isLoopback, publicUrlIn, senderAt, type DatabaseSettings } from './addresses.js';
import { environmentOf, withPlaces } from './env-file.js';
import { noticeIn, noticeShape, type NoticeSettings } from './notice.js';
import { sessionShape, sessionsIn, type SessionSettings } from './sessions.js';

/** Which half of the house this process is; `both` unless `--role` says otherwise. */
export type ProcessRole = 'api' | 'worker' | 'both';

/** Everything the environment decides, read once at start. */
export interface Settings {
  readonly port: number;
  /** The address listened on. */
  readonly host: string;
  /** The origin people type, without a final slash; links and cookies are built from it. */
  readonly publicUrl: string;
  /** Undefined: the embedded PostgreSQL under `dataDir`. */
  readonly database: DatabaseSettings | undefined;
  /** Undefined: the queue runs on PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Undefined (demo only): mails stay in the local mailbox. */
  readonly smtpUrl: string | undefined;
  /** The mailbox where letters come back; undefined: none. */
  readonly bounceUrl?: string | undefined;
  /** The sender of every mail; `passerelle@` the public host unless given. */
  readonly mailFrom: string;
  readonly dataDir: string;
  readonly demo: boolean;
  /** Undefined in demo when not given: see `demoSecret`. */
  readonly instanceSecret: string | undefined;
  readonly role: ProcessRole;
  /** Proxies whose X-Forwarded-For is believed: `loopback`, or addresses and ranges separated by commas. Undefined: nobody's. */
  readonly trustProxy: string | undefined;
  readonly notice: NoticeSettings;
  /** How long a sign-in lasts. */
  readonly sessions: SessionSettings;
  /** Megabytes a file sent in may have; 10 unless given. */
  readonly uploadMegabytes?: number | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const text = z.string().trim().optional();
const proxy = '(?:loopback|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?|[0-9a-fA-F]*:[0-9a-fA-F:]+(?:/[0-9]{1,3})?)';
const proxies = new RegExp(`^${proxy}(?: *, *${proxy})*$`);
const shape = z.object({
  PORT: z.coerce.number<string>('PORT doit être un nombre entre 1 et 65535.').int().min(1).max(65535).default(3000),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PUBLIC_URL: text,
  DATABASE_URL: text,
  DATABASE_OWNER_URL: text,
  DATABASE_WORKER_URL: text,
  DATABASE_QUEUE_URL: text,
  REDIS_URL: text,
  SMTP_URL: text,
  BOUNCE_URL: text,
  MAIL_FROM: z.email('MAIL_FROM doit être une adresse de courriel, par exemple passerelle@ville.example.').optional(),
  DATA_DIR: z.string().trim().default('.data'),
  DEMO: z.enum(['0', '1'], 'DEMO vaut 1 (démonstration) ou 0.').optional(),
  INSTANCE_SECRET: z.string().min(32, 'INSTANCE_SECRET doit avoir au moins 32 caractères (par exemple : openssl rand -hex 32).').optional(),
  ROLE: z.enum(['api', 'worker', 'both'], '--role vaut api ou worker.').default('both'),
  TRUST_PROXY: z.string().trim().regex(proxies, 'TRUST_PROXY vaut loopback, ou des adresses IP séparées par des virgules (192.0.2.10, 10.0.0.0/8).').optional(),
  UPLOAD_MAX_MB: z.coerce.number<string>('UPLOAD_MAX_MB doit être un nombre entier entre 1 et 100.').int('UPLOAD_MAX_MB doit être un nombre entier entre 1 et 100.').min(1, 'UPLOAD_MAX_MB doit être un nombre entier entre 1 et 100.').max(100, 'UPLOAD_MAX_MB doit être un nombre entier entre 1 et 100.').optional(),
  ...noticeShape,
  ...sessionShape,
});
type Raw = z.infer<typeof shape>;

/** What shows that this is an installation, not a first look. */
const EXTERNAL = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'INSTANCE_SECRET'] as const;

/**
 * Reads the environment and `--role api|worker`. An empty variable counts as absent. Every wrong setting is named in one
 * answer, each by its own sentence in French, and no secret is repeated in it.
 */
export function readSettings(env: Env, argv: readonly string[] = []): { settings: Settings } | { problems: string[] } {
  const given = Object.fromEntries(Object.keys(shape.shape).map((name) => [name, env[name]?.trim() || undefined]));
  const [role, roleProblems] = roleIn(argv);
  const read = shape.safeParse({ ...given, ROLE: role });
  const wrongFields = new Set(read.success ? [] : read.error.issues.map((issue) => String(issue.path[0])));
  const raw = (read.success ? read.data : { ...shape.parse({}), ...without(given, wrongFields) }) as Raw;
  const demo = raw.DEMO === undefined ? !EXTERNAL.some((name) => given[name]) : raw.DEMO === '1';
  const problems = [
    ...(read.success ? [] : read.error.issues.map((issue) => sentenceOf(issue))),
    ...roleProblems,
    ...addressProblems(given, demo),
    ...modeProblems(given, { ...raw, DEMO: raw.DEMO }, demo),
  ];
  return problems.length > 0 ? { problems } : { settings: settingsOf(raw, demo) };
}

/** Settings read, the file they came from, or every problem at once, each with the line of the file it stands on. */
export type HouseSettings = { readonly settings: Settings; readonly file: string | undefined } | { readonly problems: string[]; readonly file: string | undefined };

/** The same over `passerelle.env` of the folder, when there is one: the environment wins over the file, `DEMO=1` puts it aside. */
export function readHouseSettings(env: Env, argv: readonly string[], folder: string): HouseSettings {
  const found = environmentOf(env, folder);
  const read = readSettings(found.env, argv);
  const problems = [...found.problems, ...('problems' in read ? withPlaces(read.problems, found) : [])];
  return 'settings' in read && problems.length === 0 ? { settings: read.settings, file: found.file } : { problems, file: found.file };
}

/** The one message shown when settings are wrong. */
export function problemsMessage(problems: readonly string[]): string {
  const head = problems.length === 1 ? 'Un réglage empêche le démarrage :' : `${problems.length} réglages empêchent le démarrage :`;
  return [head, ...problems.map((problem) => `  • ${problem}`)].join('\n');
}

function settingsOf(raw: Raw, demo: boolean): Settings {
  const publicUrl = publicUrlIn(raw.PUBLIC_URL) ?? `http://localhost:${raw.PORT}`;
  return {
    port: raw.PORT,
    host: raw.HOST,
    publicUrl,
    database: databaseIn(raw),
    redisUrl: raw.REDIS_URL,
    smtpUrl: raw.SMTP_URL,
    bounceUrl: raw.BOUNCE_URL,
    mailFrom: raw.MAIL_FROM ?? senderAt(publicUrl),
    dataDir: raw.DATA_DIR,
    demo,
    instanceSecret: raw.INSTANCE_SECRET,
    role: raw.ROLE,
    trustProxy: raw.TRUST_PROXY,
    notice: noticeIn(raw),
    sessions: sessionsIn(raw),
    uploadMegabytes: raw.UPLOAD_MAX_MB,
  };
}

function modeProblems(given: Env, raw: Raw, demo: boolean): string[] {
  const problems: string[] = [];
  if (demo && raw.DEMO !== '1' && !isLoopback(raw.HOST)) {
    problems.push(`HOST=${raw.HOST} ouvrirait la démonstration au réseau : ôtez HOST, ou ajoutez DEMO=1 si vous le voulez vraiment.`);
  }
  if (!demo) {
    for (const name of ['PUBLIC_URL', 'INSTANCE_SECRET', 'SMTP_URL']) {
      if (!given[name]) problems.push(`${name} est obligatoire hors démonstration.`);
    }
  }
  if (raw.ROLE !== 'both' && !given['DATABASE_URL']) {
    problems.push(`--role ${raw.ROLE} demande DATABASE_URL : la base embarquée ne sert qu’un seul processus.`);
  }
  return problems;
}

function roleIn(argv: readonly string[]): [string | undefined, string[]] {
  const at = argv.findIndex((word) => word === '--role' || word.startsWith('--role='));
  if (at === -1) return [undefined, []];
  const role = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  return role === 'api' || role === 'worker' ? [role, []] : [undefined, ['--role vaut api ou worker.']];
}

function without(given: Env, names: ReadonlySet<string>): Env {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== undefined && !names.has(name)));
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  if (name === 'PORT') return 'PORT doit être un nombre entier entre 1 et 65535.';
  return issue.message.startsWith(name) || issue.message.startsWith('--') ? issue.message : `${name} : ${issue.message}`;
}
