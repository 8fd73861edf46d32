import type { Letter } from './letter.js';

/**
 * What became of a letter. REFUSED: this message to this person will never pass, somebody must be told. RETRY: nothing is
 * known against it; the same letter, with the same Message-ID, is tried again later (it may have arrived already when the
 * line broke after the last byte: RFC 1047).
 */
export type Delivery =
  | { readonly outcome: 'SENT'; readonly smtpResponse: string }
  | { readonly outcome: 'REFUSED'; readonly permanent: true; readonly reason: string }
  | { readonly outcome: 'RETRY'; readonly reason: string };

/** Whoever carries letters. Never throws: each misfortune is an outcome. */
export abstract class Mailer {
  abstract send(letter: Letter): Promise<Delivery>;
  /** Ends the connections; letters under way get their outcome. */
  abstract close(): Promise<void>;
}

/** A permanent refusal, its reason fit for a log and for the coordinator's page. */
export const refusedFor = (reason: string): Delivery => ({ outcome: 'REFUSED', permanent: true, reason: oneReason(reason) });

/** A temporary failure, likewise. */
export const retryFor = (reason: string): Delivery => ({ outcome: 'RETRY', reason: oneReason(reason) });

const oneReason = (reason: string): string => reason.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').slice(0, 300);
