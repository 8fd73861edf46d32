import type { CivilDate } from '#kernel';
import type { ReadTx } from '#platform';
import type { Minutes, MinutesState, ReplacedVersion, Seal, Signature, SignatureRequest } from '../domain/minutes.js';
import type { MinutesFacts, Prose } from '../domain/minutes-content.js';
import type { SignedBy } from '../domain/rules.js';
import type { SignatureStatement } from '../domain/statement.js';
import type { MinutesRow } from './minutes.entity.js';
import type { SignatureLine, VersionLine } from './minutes.store.js';

/** Everything kept of one PV. */
export interface MinutesRows {
  readonly row: MinutesRow;
  readonly versions: readonly VersionLine[];
  readonly signatures: readonly SignatureLine[];
  readonly requests: readonly SignatureRequest[];
}

/** The act of an interim, as the signed statement names it; `null` for a full mandate. */
export function interimActOf(statement: unknown): { readonly reference: string; readonly dated: string } | null {
  const { interim } = (statement ?? {}) as Partial<SignatureStatement>;
  return interim?.dated ? { reference: interim.reference, dated: interim.dated } : null;
}

const signatureOf = (line: SignatureLine): Signature => ({
  partyId: line.partyId,
  seatId: line.seatId,
  personId: line.personId,
  name: line.office,
  version: line.version,
  contentHash: line.contentHash,
  pdfSha256: line.pdfSha256,
  method: line.method as SignedBy,
  level: 'SIMPLE',
  place: line.place,
  signedAt: line.signedAt,
});

const sealOf = ({ contentHash, pdfs, finalisedAt }: VersionLine): Seal => ({ contentHash, pdfSha256: pdfs.fr, finalisedAt });

/** The version that is before the signatories, if there is one. */
export const liveVersion = ({ row, versions }: Pick<MinutesRows, 'row' | 'versions'>): VersionLine | null =>
  versions.find(({ version, voidedAt }) => version === row.version && voidedAt === null) ?? null;

/** The rule's minutes of their rows. `facts` are the meeting's, for a version not yet sealed; a sealed one has its own. */
export function minutesOf(rows: MinutesRows, facts: MinutesFacts): Minutes {
  const { row, versions, requests } = rows;
  const live = liveVersion(rows);
  const signatures = rows.signatures.map(signatureOf);
  const replaced = versions.filter(({ voidedAt }) => voidedAt !== null).map((line): ReplacedVersion => ({
    version: line.version,
    seal: sealOf(line),
    prose: line.content.prose,
    voidSignatures: signatures.filter(({ version }) => version === line.version),
    reason: line.voidReason ?? '',
    replacedAt: line.voidedAt ?? line.finalisedAt,
  }));
  return {
    id: row.id,
    partnershipId: row.partnershipId,
    meetingId: row.meetingId,
    rectifiesMinutesId: row.rectifiesMinutesId,
    version: row.version,
    number: row.number,
    facts: live?.content.facts ?? facts,
    prose: row.prose as Prose,
    state: row.state as MinutesState,
    seal: live && sealOf(live),
    requests,
    signatures: signatures.filter(({ version }) => version === row.version),
    replaced,
    executoryAt: row.executoryAt,
    observationsUntil: row.observationsUntil as CivilDate | null,
  };
}

interface AskLine {
  kind: string;
  data: { partyId: string; seatId: string; personId: string };
  occurred_at: Date;
}

const answers: Readonly<Record<string, SignatureRequest['state']>> = { MinutesSigned: 'SIGNED', SignatureRefused: 'REFUSED', SignatureRequestLapsed: 'LAPSED' };

/** Who was asked to sign this version, and what became of it: read from the journal, where it was told. */
export async function requestsOf(tx: ReadTx, { id, version }: Pick<MinutesRow, 'id' | 'version'>): Promise<SignatureRequest[]> {
  const lines = await tx.query<AskLine>(
    `select kind, data, occurred_at from journal
     where subject_kind = 'minutes' and subject_id = $1 and (data ->> 'version')::int = $2
       and kind in ('SignatureRequested', 'SignatureRequestLapsed', 'MinutesSigned', 'SignatureRefused')
     order by sequence`,
    [id, version],
  );
  const requests: SignatureRequest[] = [];
  for (const { kind, data, occurred_at: askedAt } of lines) {
    const { partyId, seatId, personId } = data;
    // A paper signed before a succession answers for the party, whoever was asked since.
    const ofWhom = (request: SignatureRequest): boolean => kind === 'MinutesSigned' || (request.seatId === seatId && request.personId === personId);
    const open = requests.findIndex((request) => request.partyId === partyId && request.state === 'REQUESTED' && ofWhom(request));
    const answer = answers[kind];
    if (!answer) requests.push({ partyId, seatId, personId, name: '', state: 'REQUESTED', askedAt });
    else if (open >= 0) requests[open] = { ...requests[open]!, state: answer };
  }
  return requests;
}
