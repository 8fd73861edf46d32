import type { PersonalDuty } from '#deliberation';
import { rulesInForce } from '#agreement';
import { addDays, type CivilDate, type Zones } from '#kernel';
import type { Actor, Persona, ReadTx } from '#platform';
import { deadlineSetting, type DeadlineSetting } from '../domain/adoption.js';
import { sourcesOf, type ProgrammeSources } from '../domain/sources.js';
import { planDebts } from './plan-debts.js';

const partiesAs = (actor: Actor, persona: Persona): string[] => actor.seats.filter((seat) => seat.persona === persona).map(({ partyId }) => partyId);

interface SheetLine {
  partnership_id: string;
  id: string;
  title: string;
  year: number;
  return_reason: string | null;
}

/** What a partnership's own rules say of its sheets. */
interface SheetRules {
  readonly sources: ProgrammeSources;
  readonly deadline: DeadlineSetting | null;
}

/** The rules of each partnership these lines come from: never those of another. */
async function rulesOfSheets(tx: ReadTx, lines: readonly SheetLine[]): Promise<ReadonlyMap<string, SheetRules>> {
  const rules = new Map<string, SheetRules>();
  for (const id of new Set(lines.map((line) => line.partnership_id))) {
    const inForce = await rulesInForce(tx, id);
    rules.set(id, { sources: sourcesOf(inForce), deadline: deadlineSetting(inForce.get('deadline')?.value) });
  }
  return rules;
}

/** Sheets are due 75 days before the plan's deadline (design C2, product default); no day where the agreement sets no deadline. */
const sheetDay = (year: number, deadline: DeadlineSetting | null): string | null => (deadline ? addDays(`${String(year - 1)}-${deadline.day}` as CivilDate, -75) : null);

type Told = Pick<PersonalDuty, 'kind' | 'phrase'> & { readonly values?: Readonly<Record<string, string>> };

/** A duty on each sheet, with its own partnership's text and day. */
async function dutiesOn<Line extends SheetLine>(tx: ReadTx, lines: readonly Line[], told: (line: Line) => Told): Promise<PersonalDuty[]> {
  const rules = await rulesOfSheets(tx, lines);
  return lines.map((line) => {
    const { sources, deadline } = rules.get(line.partnership_id)!;
    const { kind, phrase, values = {} } = told(line);
    const place = { partnershipId: line.partnership_id, subjectId: line.id, href: `/sheets/${line.id}` };
    return { kind, phrase, values: { title: line.title, ...values }, source: sources.jointly, dueOn: sheetDay(line.year, deadline), ...place };
  });
}

async function mySheets(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<SheetLine & { state: string }>(
    `select partnership_id, id, title, year, return_reason, state from project_sheet where author_person_id = $1 and state in ('DRAFT', 'RETURNED')`,
    [actor.personId],
  );
  return dutiesOn(tx, lines, ({ state, return_reason: reason }) =>
    state === 'RETURNED' ? { kind: 'REVISE_SHEET', phrase: 'reviseSheet', values: { reason: reason ?? '' } } : { kind: 'FINISH_SHEET', phrase: 'finishSheet' },
  );
}

async function toCoValidate(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<SheetLine>(
    `select sheet.partnership_id, sheet.id, sheet.title, sheet.year, sheet.return_reason
     from project_sheet sheet join party on party.partnership_id = sheet.partnership_id and party.id = any ($1::uuid[])
     where sheet.state = 'SUBMITTED' and sheet.author_party_id <> party.id and not exists (
       select from project_sheet_validation validation where validation.partnership_id = sheet.partnership_id and validation.sheet_id = sheet.id
         and validation.party_id = party.id
         and validation.version = (select max(version) from project_sheet_version v where v.partnership_id = sheet.partnership_id and v.sheet_id = sheet.id))`,
    [partiesAs(actor, 'TECHNICIAN')],
  );
  return dutiesOn(tx, lines, () => ({ kind: 'CO_VALIDATE_SHEET', phrase: 'coValidateSheet' }));
}

async function toAdopt(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const leads = new Set([...partiesAs(actor, 'COORDINATOR'), ...partiesAs(actor, 'CO_PRESIDENT')]);
  if (leads.size === 0) return [];
  const debts = (await planDebts(tx, zones)).filter((debt) => debt.standing !== 'SETTLED');
  return debts.map((debt) => ({
    kind: 'ADOPT_PLAN',
    phrase: debt.standing === 'ADOPTED' ? 'adoptPlanSettle' : 'adoptPlan',
    values: { year: String(debt.year) },
    partnershipId: debt.partnershipId,
    subjectId: `${debt.agreementId}-${debt.year}`,
    dueOn: debt.lastValidDay,
    href: `/plans/${debt.year}`,
    source: debt.source,
  }));
}

/** What this person owes the programme now: sheets to finish or to review, the plan to bring to the committee in time. */
export async function personalDuties(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  return [...(await mySheets(tx, actor)), ...(await toCoValidate(tx, actor)), ...(await toAdopt(tx, actor, zones))];
}
