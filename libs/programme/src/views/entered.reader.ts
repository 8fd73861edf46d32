import { dateInWords, type CivilDate, type Language, type Zones } from '#kernel';
import type { PartyType } from '#parties';
import { say } from '#phrases';
import { perRequest, type ReadTx } from '#platform';
import DataLoader from 'dataloader';
import type { EnteredAct } from '../domain/entered.js';
import { enteredColumns } from '../store/entered.store.js';
import { isUuid } from '../store/uuid.js';
import type { EnteredActType } from './entered.types.js';
import { programmeOf, type Programme } from './programme.reader.js';

/** An entered act with the names around it. */
export interface EnteredLine extends EnteredAct {
  readonly personName: string | null;
  readonly byName: string | null;
  readonly sheetTitle: string | null;
  readonly year: number | null;
  readonly readAt: Date | null;
}

const enteredLines = `
  select ${enteredColumns}, person.display_name as "personName", writer.display_name as "byName", sheet.title as "sheetTitle", coalesce(sheet.year, plan.year) as year, reading.first_read_at as "readAt"
  from entered_act entered
  left join person on person.id = entered.person_id
  left join person writer on writer.id = entered.by_person_id
  left join project_sheet sheet on sheet.partnership_id = entered.partnership_id and sheet.id = entered.subject_id
  left join action_plan plan on plan.partnership_id = entered.partnership_id and plan.id = entered.subject_id
  left join reading on reading.partnership_id = entered.partnership_id and reading.subject_kind = 'enteredAct' and reading.subject_id = entered.id and reading.person_id = entered.person_id`;

/** Every entered act of a partnership that the reader may see, newest first. */
const linesOf = (tx: ReadTx, partnershipId: string): Promise<EnteredLine[]> => tx.query<EnteredLine>(`${enteredLines} where entered.partnership_id = $1 order by entered.entered_at desc, entered.id`, [partnershipId]);
const linesOn = (tx: ReadTx, subjectIds: readonly string[]): Promise<EnteredLine[]> => tx.query<EnteredLine>(`${enteredLines} where entered.subject_id = any ($1::uuid[]) order by entered.entered_at, entered.id`, [[...subjectIds]]);
const linesAt = (tx: ReadTx, ids: readonly string[]): Promise<EnteredLine[]> => tx.query<EnteredLine>(`${enteredLines} where entered.id = any ($1::uuid[])`, [[...ids]]);

/** What is done, with the thing it is done to: « Co-validation de la fiche « … » ». */
export const actTitle = (language: Language, { act, sheetTitle, year }: Pick<EnteredLine, 'act' | 'sheetTitle' | 'year'>): string =>
  say(language, `entered.title.${act}`, { title: sheetTitle ?? '', year: String(year ?? '') });

const inWords = (language: Language, on: string): string => dateInWords(on as CivilDate, language, 'FULL');

/** Two persons, two days, one channel. */
function sentenceOf(line: EnteredLine, { language, enteredOn }: { language: Language; enteredOn: CivilDate }): string {
  const { personName, office, officeAr, byName, channel, saidOn } = line;
  const held = language === 'ar' ? officeAr : office;
  const values = { person: personName ?? '', office: held === personName ? 'none' : held, by: byName ?? '', day: inWords(language, enteredOn), said: inWords(language, saidOn), channel };
  return say(language, 'entered.sentence', values);
}

const outcomeOf = ({ undone, subjectKind }: EnteredLine, language: Language): string | null =>
  undone === null ? null : say(language, undone ? `entered.undone.${subjectKind}` : 'entered.recorded');

/** Needed to show an entered act besides its row. */
interface Shown {
  readonly programme: Programme;
  readonly language: Language;
  readonly zones: Zones;
}

const partyOf = (parties: readonly PartyType[], id: string): PartyType => {
  const party = parties.find((candidate) => candidate.id === id);
  if (!party) throw new Error(`party ${id} is not in reach`);
  return party;
};

export function enteredView(line: EnteredLine, { programme, language, zones }: Shown): EnteredActType {
  const { personName, byName, sheetTitle, year, readAt, ...held } = line;
  const { parties } = programme;
  const party = partyOf(parties, held.partyId);
  const enteredOn = zones.civilAt(held.enteredAt, party.territory.zone).date;
  const { id, partnershipId, act, version, channel, saidOn, note, enteredAt, contestUntil, contestedAt, contestReason, undone } = held;
  return {
    held, parties, id, partnershipId, act, version, channel, saidOn, note, enteredAt, contestUntil, readAt, contestedAt, contestReason, undone, party,
    title: actTitle(language, { act, sheetTitle, year }),
    sentence: sentenceOf(line, { language, enteredOn }),
    href: held.subjectKind === 'projectSheet' ? `/sheets/${held.subjectId}` : `/plans/${String(year)}`,
    person: { id: held.personId, displayName: personName ?? '' },
    office: language === 'ar' ? held.officeAr : held.office,
    byParty: partyOf(parties, held.byPartyId),
    byPerson: { id: held.byPersonId, displayName: byName ?? '' },
    outcome: outcomeOf(line, language),
  };
}

async function viewsOf(tx: ReadTx, lines: readonly EnteredLine[], zones: Zones): Promise<EnteredActType[]> {
  const programmes = new Map<string, Programme>();
  for (const id of new Set(lines.map(({ partnershipId }) => partnershipId))) {
    const programme = await programmeOf(tx, id);
    if (programme) programmes.set(id, programme);
  }
  return lines.flatMap((line) => {
    const programme = programmes.get(line.partnershipId);
    return programme ? [enteredView(line, { programme, language: tx.ctx.language, zones })] : [];
  });
}

/** Every act entered in a partnership, newest first. */
export const enteredIn = async (tx: ReadTx, partnershipId: string, zones: Zones): Promise<EnteredActType[]> => viewsOf(tx, isUuid(partnershipId) ? await linesOf(tx, partnershipId) : [], zones);

/** What was entered in this person's name, and neither opened nor contested yet. */
export const unreadFor = async (tx: ReadTx, personId: string, zones: Zones): Promise<EnteredActType[]> =>
  viewsOf(tx, await tx.query<EnteredLine>(`${enteredLines} where entered.person_id = $1 and entered.contested_at is null and reading.first_read_at is null order by entered.entered_at`, [personId]), zones);

/** One entered act; `null` when absent or not the reader's to see. */
export async function enteredOf(tx: ReadTx, id: string, zones: Zones): Promise<EnteredActType | null> {
  const [view] = isUuid(id) ? await viewsOf(tx, await linesAt(tx, [id]), zones) : [];
  return view ?? null;
}

/** Entered acts of many things, and by their ids, in one statement each. */
export const enteredLoaders = (zones: Zones) => ({
  ofSubject: perRequest(
    (request) =>
      new DataLoader<string, readonly EnteredActType[]>(async (ids) => {
        const tx = await request.read();
        const views = await viewsOf(tx, await linesOn(tx, ids), zones);
        return ids.map((id) => views.filter(({ held }) => held.subjectId === id));
      }),
  ),
  byId: perRequest(
    (request) =>
      new DataLoader<string, EnteredActType | null>(async (ids) => {
        const tx = await request.read();
        const views = await viewsOf(tx, await linesAt(tx, ids), zones);
        return ids.map((id) => views.find((view) => view.id === id) ?? null);
      }),
  ),
});
