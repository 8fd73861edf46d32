import type { Language } from '#kernel';
import type { ReadTx } from '#platform';
import { signatureContestableUntil } from '../domain/code-signature.js';

/** What both coordinations are told of a PV: every signature by mail code on this version, so that the last letter says what an overtaken one would have. */
export interface CodeSignatureLetter {
  readonly number: string;
  readonly signatures: readonly { readonly office: string; readonly party: string; readonly signedAt: Date; readonly until: Date }[];
}

interface SignedLine {
  readonly number: string | null;
  readonly office: string;
  readonly officeAr: string;
  readonly party: string;
  readonly signedAt: Date;
}

/** `null` when nobody signed this version by mail code. */
export async function codeSignatureLetter(tx: ReadTx, { minutesId, version, language }: { readonly minutesId: string; readonly version: number; readonly language: Language }): Promise<CodeSignatureLetter | null> {
  const lines = await tx.query<SignedLine>(
    `select minutes.number, signature.office, case when seat.office = signature.office then seat.office_ar else signature.office end as "officeAr",
            party.short_name as party, signature.signed_at as "signedAt"
     from signature
     join minutes on minutes.partnership_id = signature.partnership_id and minutes.id = signature.minutes_id
     join seat on seat.partnership_id = signature.partnership_id and seat.id = signature.seat_id
     join party on party.partnership_id = signature.partnership_id and party.id = signature.party_id
     where signature.minutes_id = $1 and signature.version = $2 and signature.method = 'MAIL_CODE'
     order by signature.signed_at, signature.id`,
    [minutesId, version],
  );
  const [first] = lines;
  if (!first) return null;
  const signatures = lines.map(({ office, officeAr, party, signedAt }) => ({ office: language === 'ar' ? officeAr : office, party, signedAt, until: signatureContestableUntil(signedAt) }));
  return { number: first.number ?? '', signatures };
}

/** What both sides are told: every signature of this version that is contested, and what becomes of the minutes. */
export interface SignatureContestLetter {
  readonly number: string;
  /** Executory minutes stay so; others are a draft again. */
  readonly executory: boolean;
  readonly contests: readonly { readonly by: string; readonly office: string; readonly party: string; readonly signedAt: Date; readonly reason: string }[];
}

interface ContestedLine extends SignedLine {
  readonly by: string;
  readonly byAr: string;
  readonly executory: boolean;
  readonly reason: string;
}

/** `null` when nobody contests a signature of this version. */
export async function signatureContestLetter(tx: ReadTx, { minutesId, version, language }: { readonly minutesId: string; readonly version: number; readonly language: Language }): Promise<SignatureContestLetter | null> {
  const lines = await tx.query<ContestedLine>(
    `select minutes.number, minutes.executory_at is not null as executory, signature.office, case when seat.office = signature.office then seat.office_ar else signature.office end as "officeAr",
            party.short_name as party, signature.signed_at as "signedAt", desk.office as by, desk.office_ar as "byAr", contest.reason
     from signature_contest contest
     join signature on signature.partnership_id = contest.partnership_id and signature.id = contest.signature_id
     join minutes on minutes.partnership_id = signature.partnership_id and minutes.id = signature.minutes_id
     join seat on seat.partnership_id = signature.partnership_id and seat.id = signature.seat_id
     join seat desk on desk.partnership_id = contest.partnership_id and desk.id = contest.seat_id
     join party on party.partnership_id = signature.partnership_id and party.id = signature.party_id
     where signature.minutes_id = $1 and signature.version = $2
     order by contest.contested_at, signature.id`,
    [minutesId, version],
  );
  const [first] = lines;
  if (!first) return null;
  const own = (fr: string, ar: string): string => (language === 'ar' ? ar : fr);
  const contests = lines.map(({ by, byAr, office, officeAr, party, signedAt, reason }) => ({ by: own(by, byAr), office: own(office, officeAr), party, signedAt, reason }));
  return { number: first.number ?? '', executory: first.executory, contests };
}
