import type { Minutes, Seal, Signature } from './minutes.js';
import type { Seat } from './seat.js';

/** What the signatory's key or code binds to. Plain JSON: its RFC 8785 text is hashed into the challenge (documents.md). */
export type SignatureStatement = {
  readonly format: 'PASSERELLE-PV-SIGN/1';
  readonly partnershipId: string;
  readonly minutesId: string;
  readonly number: string | null;
  readonly version: number;
  readonly contentHash: string;
  readonly pdfSha256: string;
  readonly partyId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly name: string;
  readonly place: string;
  /** Signed for an interim: by which act, of which day, with the SHA-256 of its document. Absent from a full mandate's statement. */
  readonly interim?: { readonly reference: string; readonly dated: string | null; readonly sha256: string | null };
  /** The sentence of consent, as shown, and its language. */
  readonly intent: string;
  readonly language: string;
  /** One-use, from `Ids`. */
  readonly nonce: string;
  /** UTC ISO 8601. */
  readonly issuedAt: string;
};

/** What was seen on a paper, and by whom: a hand signed it, nobody typed a consent. */
export type PaperStatement = Omit<SignatureStatement, 'format' | 'intent' | 'language' | 'nonce'> & SeenPaper & { readonly format: 'PASSERELLE-PV-PAPER/1' };

/** The paper: brought by one party, seen by another. */
export interface SeenPaper {
  readonly handSignatureId: string;
  /** The day it bears, YYYY-MM-DD. */
  readonly signedOn: string;
  readonly scanSha256: string;
  readonly enteredBy: string;
  readonly confirmedBy: string;
  readonly confirmedFor: string;
}

/** What changes from one signatory to the next. */
export interface StatementTerms {
  readonly seat: Seat;
  readonly place: string;
  readonly intent: string;
  readonly language: string;
  readonly nonce: string;
  readonly issuedAt: Date;
}

/** The statement over both hashes of a sealed version. Change one letter of the PV, its PDF, the seat or the place: another statement. */
export function statementOf(minutes: Minutes & { readonly seal: Seal }, terms: StatementTerms): SignatureStatement {
  const { seat, place, intent, language, nonce, issuedAt } = terms;
  return {
    format: 'PASSERELLE-PV-SIGN/1',
    partnershipId: minutes.partnershipId,
    minutesId: minutes.id,
    number: minutes.number,
    version: minutes.version,
    contentHash: minutes.seal.contentHash,
    pdfSha256: minutes.seal.pdfSha256,
    partyId: seat.partyId,
    seatId: seat.id,
    personId: seat.personId,
    name: seat.name,
    ...(seat.interim && { interim: { ...seat.interim } }),
    place, intent, language, nonce,
    issuedAt: issuedAt.toISOString(),
  };
}

/** What stands for the statement of a signature given by hand: the paper's own hash and the two pairs of eyes. */
export function paperStatementOf(minutes: Minutes & { readonly seal: Seal }, { signature, seat, paper }: { signature: Signature; seat: Seat; paper: SeenPaper }): PaperStatement {
  const { id: minutesId, partnershipId, number, version, seal: { contentHash, pdfSha256 } } = minutes;
  const { partyId, seatId, personId, name, place, signedAt } = signature;
  const { handSignatureId, signedOn, scanSha256, enteredBy, confirmedBy, confirmedFor } = paper;
  return {
    format: 'PASSERELLE-PV-PAPER/1',
    partnershipId, minutesId, number, version, contentHash, pdfSha256, partyId, seatId, personId, name,
    ...(seat.interim && { interim: { ...seat.interim } }),
    place, signedOn, handSignatureId, scanSha256, enteredBy, confirmedBy, confirmedFor,
    issuedAt: signedAt.toISOString(),
  };
}
