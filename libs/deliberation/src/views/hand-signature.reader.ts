import { dateInWords, type Zones } from '#kernel';
import { attachmentsOf, attachmentView, type AttachmentLine } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { isAwaited, mayAnswer, mayWithdraw, type Hand } from '../domain/hand-signature.js';
import type { Minutes } from '../domain/minutes.js';
import { handOf, type HandLine } from '../store/hand-signature.store.js';
import { partyOf, type Committee } from './committee.reader.js';
import type { HandSignatureType } from './hand-signature.types.js';

/** What its scan is joined to. */
export const handSubject = 'handSignature';

function handWith({ ctx: { actor } }: ReadTx, partnershipId: string, personas: readonly string[]): Hand {
  const held = (actor?.seats ?? []).filter((seat) => seat.partnershipId === partnershipId && personas.includes(seat.persona));
  return { personId: actor?.personId ?? '', partyIds: [...new Set(held.map(({ partyId }) => partyId))] };
}

/** Who brings a paper: a coordination. */
export const bringingHand = (tx: ReadTx, partnershipId: string): Hand => handWith(tx, partnershipId, ['COORDINATOR']);
/** Who says whether it bears the signature: a coordination or a presidency of another party. */
export const answeringHand = (tx: ReadTx, partnershipId: string): Hand => handWith(tx, partnershipId, ['COORDINATOR', 'CO_PRESIDENT']);

interface Around {
  readonly minutes: Minutes;
  readonly committee: Committee;
  readonly scans: ReadonlyMap<string, AttachmentLine>;
  readonly zones: Zones;
}

function sentencesOf({ ctx: { language } }: ReadTx, line: HandLine, { committee, zones }: Around): Pick<HandSignatureType, 'enteredSentence' | 'answeredSentence'> {
  const partyNamed = (id: string) => partyOf(committee.shownParties, id);
  const dayOf = (instant: Date, partyId: string): string => dateInWords(zones.civilAt(instant, partyNamed(partyId).territory.zone).date, language, 'LONG');
  const { answeredAt, answeredParty, answeredName, state, declineReason } = line;
  const answered = answeredAt && answeredParty;
  return {
    enteredSentence: say(language, 'handSignature.entered', { person: line.enteredName, party: partyNamed(line.partyId).shortName, day: dayOf(line.enteredAt, line.partyId) }),
    answeredSentence: answered ? say(language, 'handSignature.answered', { state, person: answeredName ?? '', party: partyNamed(answeredParty).shortName, day: dayOf(answeredAt, answeredParty), reason: declineReason ?? '' }) : null,
  };
}

function viewOf(tx: ReadTx, line: HandLine, around: Around): HandSignatureType {
  const { minutes, committee, scans } = around;
  const paper = handOf(line);
  const scan = scans.get(line.id);
  const { id, minutesId, version, place, signedOn, contentHash, scanSha256, state } = paper;
  return {
    id, minutesId, version, place, signedOn, contentHash, scanSha256, state,
    party: partyOf(committee.shownParties, paper.partyId),
    office: tx.ctx.language === 'ar' ? line.officeAr : line.office,
    person: line.personName,
    scan: scan ? attachmentView(tx, scan, { parties: committee.shownParties, sharedAt: scan.occurredAt }) : null,
    awaited: isAwaited(minutes, paper),
    ...sentencesOf(tx, line, around),
    viewerMay: {
      answer: mayView(mayAnswer(minutes, paper, answeringHand(tx, line.partnershipId))),
      withdraw: mayView(mayWithdraw(paper, bringingHand(tx, line.partnershipId))),
    },
  };
}

/** Papers brought for one PV, as they are shown. */
export async function handViews(tx: ReadTx, rows: readonly HandLine[], around: Omit<Around, 'scans'>): Promise<HandSignatureType[]> {
  const scans = new Map((await attachmentsOf(tx, handSubject, rows.map(({ id }) => id))).map((scan) => [scan.subjectId, scan]));
  return rows.map((line) => viewOf(tx, line, { ...around, scans }));
}
