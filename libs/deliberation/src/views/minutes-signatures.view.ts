import { dateInWords, type CivilDate, type Zones } from '#kernel';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { contestSignature, isByCode, signatureContestableUntil } from '../domain/code-signature.js';
import { interimActOf } from '../store/minutes.records.js';
import type { PdfHashes, SignatureLine } from '../store/minutes.store.js';
import { partyOf, type Committee } from './committee.reader.js';
import type { MinutesStanding } from './minutes-may.js';
import type { LoadedMinutes } from './minutes.archive.js';
import type { MinutesPdfType, MinutesSignatureType, VoidedMinutesType } from './minutes.types.js';

/** What the signatures of minutes are read with. */
interface Reading {
  readonly tx: ReadTx;
  readonly loaded: LoadedMinutes;
  readonly standing: MinutesStanding;
  readonly zones: Zones;
}

/** A word that stands for what the reader has not written yet: the rules ask only that there is one. */
const written = '…';

/** Where the frozen PDFs of a version are read. */
export const frozenPdfs = (id: string, version: number, pdfs: PdfHashes): MinutesPdfType[] =>
  (['fr', 'ar'] as const).map((language) => ({ language, sha256: pdfs[language], url: `/files/minutes/${id}/${version}/${language}.pdf` }));

type Contesting = Pick<MinutesSignatureType, 'contest' | 'contestableUntil' | 'viewerMayContest'>;

function contesting({ tx, loaded, standing, zones }: Reading, { partyId, version, method, signedAt, contest }: SignatureLine): Contesting {
  const { minutes, committee, personId } = standing;
  const { language, actor } = tx.ctx;
  const dayOf = (instant: Date, { territory }: Committee['shownParties'][number]) => zones.civilAt(instant, territory.zone);
  const party = partyOf(committee.shownParties, partyId);
  const contestedAt = contest && new Date(contest.contestedAt);
  const shown = contest && contestedAt && { office: language === 'ar' ? contest.officeAr : contest.office, reason: contest.reason, contestedAt, civilDate: dayOf(contestedAt, party).date };
  const viewerMayContest = mayView(contestSignature(minutes, { partyId, personId, seats: committee.seats, contested: contest !== null, reason: written, at: committee.at }));
  const live = version === loaded.row.version && isByCode({ method: method as MinutesSignatureType['method'] });
  if (!live) return { contest: shown, contestableUntil: null, viewerMayContest };
  const own = committee.shownParties.find(({ id }) => actor?.partyIds.includes(id)) ?? party;
  const { date, time } = dayOf(signatureContestableUntil(signedAt), own);
  return { contest: shown, contestableUntil: say(language, 'codeSignature.contestable', { day: dateInWords(date, language, 'LONG'), time }), viewerMayContest };
}

export function signaturesOf(reading: Reading, version: number): MinutesSignatureType[] {
  const { tx, loaded } = reading;
  const { language } = tx.ctx;
  const view = (line: SignatureLine): MinutesSignatureType => {
    const { partyId, office, officeAr, displayName: person, place, civilDate, statement, signedAt, contentHash, pdfSha256, method, level } = line;
    const party = partyOf(loaded.sitting.committee.shownParties, partyId);
    const act = interimActOf(statement);
    const interim = act && say(language, 'minutesDocument.interimAct', { reference: act.reference, date: dateInWords(act.dated as CivilDate, language, 'LONG') });
    const shown = { party, office: language === 'ar' ? officeAr : office, person, interim, place, civilDate, signedAt, version, contentHash, pdfSha256, method: method as MinutesSignatureType['method'], level };
    return { ...shown, ...contesting(reading, line) };
  };
  return loaded.signatures.filter((line) => line.version === version).map(view);
}

export function voidedOf(reading: Reading): VoidedMinutesType[] {
  const { tx, loaded } = reading;
  return loaded.versions.flatMap(({ version, voidReason, voidedAt, finalisedAt, contentHash, pdfs }) => {
    if (!voidedAt) return [];
    const reason = voidReason === 'CONTENT_CHANGED' ? say(tx.ctx.language, 'minutes.contentChanged') : (voidReason ?? '');
    return [{ version, voidReason: reason, voidedAt, finalisedAt, contentHash, pdfs: frozenPdfs(loaded.row.id, version, pdfs), signatures: signaturesOf(reading, version) }];
  });
}
