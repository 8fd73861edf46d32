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
