/** How long a sign-in lasts, by setting; milliseconds of the machine clock. The reasons are in docs/adr/0015. */
export abstract class SessionLimits {
  /** Without any visit, a session ends (ASVS 5.0, 7.3.1). */
  abstract readonly idle: number;
  /** However often it is used, a session ends (ASVS 5.0, 7.3.2). */
  abstract readonly longest: number;
}

const day = 86_400_000;

/** Thirty days without a visit, ninety in all: a mayor's phone stays known for reading, and every binding act asks for a fresh proof besides. */
export const usualSessionLimits: SessionLimits = { idle: 30 * day, longest: 90 * day };

/** The shortest time between two writings of « last seen », in milliseconds. */
export const seenEvery = 60_000;

/** Instants by the machine clock. */
export interface SessionAge {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Does the session still open the door at `now`? The limit itself is outside. */
export const isSessionLive = ({ lastSeenAt, expiresAt }: SessionAge, limits: SessionLimits, now: Date): boolean =>
  now < expiresAt && now.getTime() - lastSeenAt.getTime() < limits.idle;

/** Is it time to write down that the session was seen? */
export const isSightingDue = ({ lastSeenAt }: SessionAge, now: Date): boolean => now.getTime() - lastSeenAt.getTime() >= seenEvery;
