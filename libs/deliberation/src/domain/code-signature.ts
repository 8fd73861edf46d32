/** A signature by mail code is « simple »: contestable for 48 hours, counted from its instant on the legal clock (product default). */
const contestableFor = 48 * 60 * 60 * 1000;

/** The last instant at which a signature by mail code may be contested. */
export const signatureContestableUntil = (signedAt: Date): Date => new Date(signedAt.getTime() + contestableFor);
