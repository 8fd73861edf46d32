import type { PersonalDuty } from '#deliberation';
import { addDays, type RuleSource, type Zones } from '#kernel';
import type { Actor, Persona, ReadTx } from '#platform';
import { planDebts } from './plan-debts.js';

const jointly: RuleSource = { kind: 'ARTICLE', reference: 'Art. 4-1', quote: 'élaboré et validé de façon concertée et conjointe entre les deux parties à travers le comité de pilotage' };
const partiesAs = (actor: Actor, persona: Persona): string[] => actor.seats.filter((seat) => seat.persona === persona).map(({ partyId }) => partyId);

interface SheetLine {
  partnership_id: string;
  id: string;
  title: string;
  year: number;
  return_reason: string | null;
}

/** Sheets are due 75 days before the plan's deadline (design C2, product default). */
const sheetDay = (year: number): string => addDays(`${String(year - 1)}-12-31` as never, -75);

const dutyOf = (line: SheetLine, duty: Pick<PersonalDuty, 'kind' | 'phrase' | 'source'>, values: Record<string, string> = {}): PersonalDuty => ({
  ...duty,
  values: { title: line.title, ...values },
  partnershipId: line.partnership_id,
  subjectId: line.id,
  dueOn: sheetDay(line.year),
  href: `/sheets/${line.id}`,
});

async function mySheets(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const lines = await tx.query<SheetLine & { state: string }>(
    `select partnership_id, id, title, year, return_reason, state from project_sheet where author_person_id = $1 and state in ('DRAFT', 'RETURNED')`,
    [actor.personId],
  );
  return lines.map((line) =>
    line.state === 'RETURNED'
      ? dutyOf(line, { kind: 'REVISE_SHEET', phrase: 'reviseSheet', source: jointly }, { reason: line.return_reason ?? '' })
      : dutyOf(line, { kind: 'FINISH_SHEET', phrase: 'finishSheet', source: jointly }),
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
  return lines.map((line) => dutyOf(line, { kind: 'CO_VALIDATE_SHEET', phrase: 'coValidateSheet', source: jointly }));
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
