import type { Language } from '#kernel';

/** What a person is in the house; a policy row names those it lets in. Deny by default. */
export const personas = [
  'CO_PRESIDENT',
  'ELECTED_MEMBER',
  'TECHNICIAN',
  'COORDINATOR',
  'SESSION_SECRETARY',
  'CABINET',
  'GUEST',
  'PROJECT_CARRIER',
  'EVALUATION_ACTOR',
  'STATE_OBSERVER',
  'INSTANCE_ADMIN',
] as const;
export type Persona = (typeof personas)[number];

/** Registered actors outside the administrations: what is final is theirs to read (Annexe I, « transparence »), what is being prepared is not. */
export const outsidePersonas: readonly Persona[] = ['GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'];

/** Those who keep the minutes read their first draft. A product default: no text of the partners says who holds the pen. */
export const minutesKeepers: readonly Persona[] = ['CO_PRESIDENT', 'COORDINATOR', 'SESSION_SECRETARY'];

/** A seat held today: who I am for one party of one partnership. */
export interface HeldSeat {
  readonly seatId: string;
  readonly partnershipId: string;
  readonly partyId: string;
  readonly persona: Persona;
  /** Does this seat vote in the committee (agreement, Q1)? */
  readonly votes: boolean;
}

/** The person at the door, with the seats held at this instant. */
export interface Actor {
  readonly personId: string;
  readonly sessionId: string | null;
  readonly seats: readonly HeldSeat[];
  /** Runs the instance (opens partnerships, watches its health); sees no partnership's rows by that alone. */
  readonly isAdmin: boolean;
  /** Partnerships whose rows this transaction may see (row-level security). */
  readonly partnershipIds: readonly string[];
  readonly partyIds: readonly string[];
  /** Instant of the last step-up (machine clock); signing and convening ask one younger than 5 minutes. */
  readonly stepUpAt: Date | null;
}

/** The browser's cookies, by their plain names; the `__Host-` prefix is the jar's affair. */
export interface Cookies {
  get(name: string): string | null;
  /** HttpOnly, SameSite=Lax, whole site; Secure on https. `maxAge` in seconds, 0 removes it. */
  set(name: string, value: string, maxAge: number): void;
}

/** Where a request comes from, as far as the connection tells: counted under a hash and named shortly, never kept whole. */
export interface Visitor {
  /** The peer's address, or the one a trusted proxy vouches for. */
  readonly address: string;
  readonly userAgent: string | null;
}

/** Everything an act needs to know about the request it comes from. A fresh object per request. */
export interface Ctx {
  readonly actor: Actor | null;
  /** Language of the answer's sentences. */
  readonly language: Language;
  readonly requestId: string;
  /** Same key, same request: same answer (never a second effect). */
  readonly idempotencyKey: string | null;
  /** SHA-256 of the request (operation and input), compared when the key comes back. */
  readonly requestHash: string | null;
  /** `null` when no browser is there (worker, seed). */
  readonly cookies: Cookies | null;
  /** Absent when no browser is there. */
  readonly visitor?: Visitor | null;
  /** Who may see what is not tied to a seat. `INSTANCE` is for set-up and the worker's own acts, never reachable by a request. */
  readonly audience: 'PUBLIC' | 'MEMBER' | 'INSTANCE';
}
