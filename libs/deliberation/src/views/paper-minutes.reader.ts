import { dateInWords, type CivilDate, type Zones } from '#kernel';
import { attachmentsOf, attachmentView, type AttachmentLine } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { entersFor, lastSignature, mayChange, mayConfirm, type PaperHand, type PaperMinutes } from '../domain/paper-minutes.js';
import { paperStateForbids } from '../domain/refusals.js';
import type { PaperMinutesRow } from '../store/paper-minutes.entity.js';
import { paperOf, type PaperNote } from '../store/paper-minutes.store.js';
import { committeeAt, partyOf, type Committee } from './committee.reader.js';
import type { PaperMinutesType } from './paper-minutes.types.js';

/** What its documents are joined to. */
export const paperSubject = 'paperMinutes';

/** The person at the door, with the parties whose coordination she holds now. */
export function paperHandOf({ ctx: { actor } }: ReadTx, partnershipId: string): PaperHand {
  const held = (actor?.seats ?? []).filter((seat) => seat.partnershipId === partnershipId && seat.persona === 'COORDINATOR');
  return { personId: actor?.personId ?? '', partyIds: [...new Set(held.map(({ partyId }) => partyId))] };
}

/** The latest civil day it is now in one of the parties' cities. */
export const latestDay = ({ shownParties }: Committee, now: Date, zones: Zones): CivilDate =>
  shownParties.map(({ territory }) => zones.civilAt(now, territory.zone).date).sort().at(-1) ?? zones.civilAt(now, 'UTC').date;

/** The scan of each paper: the document joined last. */
export async function scansOf(tx: ReadTx, ids: readonly string[]): Promise<Map<string, AttachmentLine>> {
  return new Map((await attachmentsOf(tx, paperSubject, ids)).map((line) => [line.subjectId, line]));
}

interface Around {
  readonly committee: Committee;
  readonly scan: AttachmentLine | null;
  readonly names: ReadonlyMap<string, string>;
  readonly zones: Zones;
}

type Sentences = Pick<PaperMinutesType, 'standing' | 'executorySentence' | 'enteredSentence' | 'confirmedSentence'>;

function sentencesOf({ ctx: { language } }: ReadTx, row: PaperMinutesRow, { committee, names, zones, scan }: Around): Sentences {
  const paper = paperOf(row);
  const dayOf = (instant: Date, partyId: string): string => dateInWords(zones.civilAt(instant, partyOf(committee.shownParties, partyId).territory.zone).date, language, 'LONG');
  const by = (personId: string, partyId: string) => ({ person: names.get(personId) ?? '', party: partyOf(committee.shownParties, partyId).shortName });
  const last = lastSignature(paper, committee.parties);
  const { confirmedAt, confirmedBy, confirmedParty } = row;
  const standing = row.state === 'ENTERED' && !scan ? 'NO_SCAN' : row.state;
  return {
    standing: say(language, 'paper.standing', { standing }),
    executorySentence: last ? say(language, 'paper.executory', { day: dateInWords(last.signedOn, language, 'LONG'), state: row.state }) : say(language, 'paper.notExecutory'),
    enteredSentence: say(language, 'paper.entered', { day: dayOf(row.enteredAt, row.enteredParty), ...by(row.enteredBy, row.enteredParty) }),
    confirmedSentence: confirmedAt && confirmedBy && confirmedParty ? say(language, 'paper.confirmed', { day: dayOf(confirmedAt, confirmedParty), ...by(confirmedBy, confirmedParty), file: scan?.name ?? '', sha256: (row.scanSha256 ?? '').slice(0, 12) }) : null,
  };
}

function mayOf(tx: ReadTx, paper: PaperMinutes, scan: AttachmentLine | null): PaperMinutesType['viewerMay'] {
  const hand = paperHandOf(tx, paper.partnershipId);
  const party = entersFor(hand);
  return {
    change: mayView(mayChange(paper, hand)),
    confirm: mayView(mayConfirm(paper, hand, scan?.sha256 ?? null)),
    note: mayView(party.refused || paper.state === 'CONFIRMED' ? party : paperStateForbids(paper.state)),
  };
}

function viewOf(tx: ReadTx, row: PaperMinutesRow, around: Around): PaperMinutesType {
  const { committee, scan } = around;
  const paper = paperOf(row);
  const { shownParties: parties } = committee;
  const { id, partnershipId, number, heldOn, kind, hostPartyId, place, decisions, signatures, state, contentHash } = paper;
  return {
    id, partnershipId, number, heldOn, kind, place, state, contentHash,
    host: partyOf(parties, hostPartyId),
    decisions: decisions.map((decision) => ({ ...decision })),
    signatures: signatures.map(({ partyId, ...signature }) => ({ ...signature, party: partyOf(parties, partyId) })),
    missing: parties.filter((party) => !signatures.some(({ partyId }) => partyId === party.id)),
    scan: scan && attachmentView(tx, scan, { parties, sharedAt: scan.occurredAt }),
    ...sentencesOf(tx, row, around),
    executorySource: { ...committee.rules.executory.source },
    notes: (row.notes as PaperNote[]).map(({ partyId, words, at }) => ({ party: partyOf(parties, partyId), words, at: new Date(at) })),
    viewerMay: mayOf(tx, paper, scan),
  };
}

/** Papers of one partnership as they are shown. */
export async function paperViews(tx: ReadTx, rows: readonly PaperMinutesRow[], zones: Zones): Promise<PaperMinutesType[]> {
  const [first] = rows;
  if (!first) return [];
  const committee = await committeeAt(tx, first.partnershipId, { instant: tx.now(), zones });
  const scans = await scansOf(tx, rows.map(({ id }) => id));
  const people = rows.flatMap(({ enteredBy, confirmedBy }) => [enteredBy, confirmedBy ?? []].flat());
  const named = await tx.query<{ id: string; name: string }>('select id, display_name as name from person where id = any ($1::uuid[])', [people]);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => viewOf(tx, row, { committee, scan: scans.get(row.id) ?? null, names, zones }));
}
