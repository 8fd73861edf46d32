/** The addresses of an external PostgreSQL, one per role; never logged. */
export interface DatabaseSettings {
  readonly app: string;
  readonly owner: string;
  readonly worker: string;
  readonly queue: string;
}

type DatabaseAddresses = Partial<Record<'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATABASE_WORKER_URL' | 'DATABASE_QUEUE_URL', string | undefined>>;
type Env = Readonly<Record<string, string | undefined>>;

const SIBLINGS = ['DATABASE_OWNER_URL', 'DATABASE_WORKER_URL'];
const schemes: Record<string, { allowed: string[]; example: string }> = {
  DATABASE_URL: { allowed: ['postgres:', 'postgresql:'], example: 'postgresql://passerelle_app:…@hote:5432/passerelle' },
  DATABASE_OWNER_URL: { allowed: ['postgres:', 'postgresql:'], example: 'postgresql://passerelle_owner:…@hote:5432/passerelle' },
  DATABASE_WORKER_URL: { allowed: ['postgres:', 'postgresql:'], example: 'postgresql://passerelle_worker:…@hote:5432/passerelle' },
  DATABASE_QUEUE_URL: { allowed: ['postgres:', 'postgresql:'], example: 'postgresql://passerelle_queue:…@hote:5432/passerelle' },
  REDIS_URL: { allowed: ['redis:', 'rediss:'], example: 'redis://hote:6379' },
  SMTP_URL: { allowed: ['smtp:', 'smtps:'], example: 'smtps://compte:…@hote:465' },
  BOUNCE_URL: { allowed: ['imap:', 'imaps:'], example: 'imaps://compte:…@hote:993' },
  PUBLIC_URL: { allowed: ['http:', 'https:'], example: 'https://cooperation.ville.example' },
};

/** True for an address that other machines cannot reach. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** The sentences for addresses that are malformed, incomplete or unsafe. The addresses themselves carry secrets and are not repeated. */
export function addressProblems(given: Env, demo: boolean): string[] {
  const malformed = Object.keys(schemes).filter((name) => given[name] && !hasScheme(name, given[name]));
  return [
    ...malformed.map((name) => `${name} n’est pas une adresse de la forme ${schemes[name]?.example}.`),
    ...databaseProblems(given),
    ...(malformed.includes('PUBLIC_URL') ? [] : publicProblems(given['PUBLIC_URL'], demo)),
  ];
}

/** The four addresses, or undefined for the embedded server. The queue goes with the worker unless told otherwise. */
export function databaseIn(raw: DatabaseAddresses): DatabaseSettings | undefined {
  const [app, owner, worker] = [raw.DATABASE_URL, raw.DATABASE_OWNER_URL, raw.DATABASE_WORKER_URL];
  if (!app || !owner || !worker) return undefined;
  return { app, owner, worker, queue: raw.DATABASE_QUEUE_URL ?? worker };
}

/** The origin of the public address, without a final slash. */
export const publicUrlIn = (url: string | undefined): string | undefined => (url ? new URL(url).origin : undefined);

/** The address mails come from when none is given: at the public host, or at a reserved name for this machine alone. */
export function senderAt(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return `passerelle@${isLoopback(hostname) ? 'localhost.example' : hostname}`;
}

function databaseProblems(given: Env): string[] {
  const problems: string[] = [];
  if (!given['DATABASE_URL']) {
    for (const name of [...SIBLINGS, 'DATABASE_QUEUE_URL']) if (given[name]) problems.push(`${name} est donné sans DATABASE_URL.`);
    return problems;
  }
  for (const name of SIBLINGS) if (!given[name]) problems.push(`${name} doit accompagner DATABASE_URL (voir le README, « Avec votre PostgreSQL »).`);
  // The application's role must not own what row-level security keeps from it.
  const [app, owner] = [userOf(given['DATABASE_URL']), userOf(given['DATABASE_OWNER_URL'])];
  if (app !== undefined && app === owner) problems.push('DATABASE_URL et DATABASE_OWNER_URL doivent nommer deux rôles différents.');
  return problems;
}

function publicProblems(url: string | undefined, demo: boolean): string[] {
  if (!url) return [];
  const { protocol, hostname, pathname, search } = new URL(url);
  const problems: string[] = [];
  if (pathname !== '/' || search !== '') problems.push('PUBLIC_URL est une origine, sans chemin : https://cooperation.ville.example.');
  if (!demo && protocol !== 'https:' && !isLoopback(hostname)) problems.push('PUBLIC_URL doit être en https hors démonstration.');
  return problems;
}

function hasScheme(name: string, url: string | undefined): boolean {
  const parsed = parse(url);
  return parsed !== undefined && schemes[name]?.allowed.includes(parsed.protocol) === true;
}

const userOf = (url: string | undefined): string | undefined => parse(url)?.username;

function parse(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
}
