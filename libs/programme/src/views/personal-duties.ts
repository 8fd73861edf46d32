import type { PersonalDuty } from '#deliberation';
import { rulesInForce } from '#agreement';
import type { Zones } from '#kernel';
import { partiesOf } from '#parties';
import type { Actor, Persona, ReadTx } from '#platform';
import type { MilestoneName } from '../domain/back-plan.js';
import { nameOf } from '../domain/hand.js';
import { sources as ours, sourcesOf, type ProgrammeSources } from '../domain/sources.js';
import { waitingTakeUps } from '../store/take-up.store.js';
import { actionDebts } from './action-debts.js';
import { unreadFor } from './entered.reader.js';
import { planDebts } from './plan-debts.js';
import { milestonesOf, toFreeze, type DaysOfYear } from './plan-duties.js';

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
  readonly days: DaysOfYear;
}

/** The rules of each partnership these lines come from: never those of another. */
async function rulesOfSheets(tx: ReadTx, lines: readonly SheetLine[], zones: Zones): Promise<ReadonlyMap<string, SheetRules>> {
  const rules = new Map<string, SheetRules>();
  for (const id of new Set(lines.map((line) => line.partnership_id))) {
    const inForce = await rulesInForce(tx, id);
    rules.set(id, { sources: sourcesOf(inForce), days: await milestonesOf(tx, id, { inForce, zones }) });
  }
  return rules;
}

/** `until`: the milestone it is owed for; no day where the agreement sets no deadline. */
type Told = Pick<PersonalDuty, 'kind' | 'phrase'> & { readonly until: MilestoneName; readonly values?: Readonly<Record<string, string>> };

/** A duty on each sheet, with its own partnership's text and day. */
async function dutiesOn<Line extends SheetLine>(tx: ReadTx, { lines, zones }: { lines: readonly Line[]; zones: Zones }, told: (line: Line) => Told): Promise<PersonalDuty[]> {
  const rules = await rulesOfSheets(tx, lines, zones);
  return lines.map((line) => {
    const { sources, days } = rules.get(line.partnership_id)!;
    const { kind, phrase, until, values = {} } = told(line);
    const place = { partnershipId: line.partnership_id, subjectId: line.id, href: `/sheets/${line.id}` };
    return { kind, phrase, values: { title: line.title, ...values }, source: sources.jointly, dueOn: days(line.year)?.[until] ?? null, ...place };
  });
}

async function mySheets(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const lines = await tx.query<SheetLine & { state: string }>(
    `select partnership_id, id, title, year, return_reason, state from project_sheet where author_person_id = $1 and state in ('DRAFT', 'RETURNED')`,
    [actor.personId],
  );
  return dutiesOn(tx, { lines, zones }, ({ state, return_reason: reason }) =>
    state === 'RETURNED' ? { kind: 'REVISE_SHEET', phrase: 'reviseSheet', until: 'CO_VALIDATION', values: { reason: reason ?? '' } } : { kind: 'FINISH_SHEET', phrase: 'finishSheet', until: 'SHEETS_DUE' },
  );
}

async function toCoValidate(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const lines = await tx.query<SheetLine>(
    `select sheet.partnership_id, sheet.id, sheet.title, sheet.year, sheet.return_reason
     from project_sheet sheet join party on party.partnership_id = sheet.partnership_id and party.id = any ($1::uuid[])
     where sheet.state = 'SUBMITTED' and sheet.author_party_id <> party.id and not exists (
       select from project_sheet_validation validation where validation.partnership_id = sheet.partnership_id and validation.sheet_id = sheet.id
         and validation.party_id = party.id
         and validation.version = (select max(version) from project_sheet_version v where v.partnership_id = sheet.partnership_id and v.sheet_id = sheet.id))`,
    [partiesAs(actor, 'TECHNICIAN')],
  );
  return dutiesOn(tx, { lines, zones }, () => ({ kind: 'CO_VALIDATE_SHEET', phrase: 'coValidateSheet', until: 'CO_VALIDATION' }));
}

/** What was entered in her name and not opened yet: contestable, or it stands. */
async function toCheck(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const open = (await unreadFor(tx, actor.personId, zones)).filter(({ party, contestUntil }) => zones.civilAt(tx.now(), party.territory.zone).date <= contestUntil);
  return open.map(({ id, title, partnershipId, contestUntil }) => ({
    kind: 'CHECK_ENTRY', phrase: 'checkEntry', values: { title }, source: { ...ours.entered }, dueOn: contestUntil, partnershipId, subjectId: id, href: `/entered/${id}`,
  }));
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

/** An action whose day has passed: who answers for it says how it stands. One duty an action, for what is oldest. */
async function toFollow(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  const duties: PersonalDuty[] = [];
  for (const partnershipId of actor.partnershipIds) {
    const mine = (await actionDebts(tx, zones, partnershipId)).filter(({ past, debtorIds }) => past && debtorIds.includes(actor.personId));
    const oldest = mine.filter((debt) => mine.find(({ actionId }) => actionId === debt.actionId) === debt);
    duties.push(
      ...oldest.map(({ actionId, title, label, place, dueOn, source }) => ({
        kind: 'UPDATE_ACTION', phrase: place === 0 ? 'updateActionEnd' : 'updateAction', values: { title, label }, partnershipId, subjectId: actionId, dueOn, href: `/actions/${actionId}`, source,
      })),
    );
  }
  return duties;
}

/** A plan from its paper that another coordination proposed: a coordination of another party confirms it. */
async function toConfirmTakeUp(tx: ReadTx, actor: Actor): Promise<PersonalDuty[]> {
  const desks = actor.seats.filter(({ persona }) => persona === 'COORDINATOR');
  if (desks.length === 0) return [];
  const waiting = await waitingTakeUps(tx, [...new Set(desks.map(({ partnershipId }) => partnershipId))]);
  const others = waiting.filter(({ partnershipId, partyId, personId }) => personId !== actor.personId && desks.some((desk) => desk.partnershipId === partnershipId && desk.partyId !== partyId));
  const parties = others.length > 0 ? await partiesOf(tx, others.map(({ partnershipId }) => partnershipId)) : new Map<string, never[]>();
  return others.map(({ partnershipId, id, year, partyId }) => ({
    kind: 'CONFIRM_TAKE_UP', phrase: 'confirmTakeUp', values: { year: String(year), party: nameOf(parties.get(partnershipId) ?? [], partyId) },
    source: { ...ours.takeUp }, dueOn: null, partnershipId, subjectId: id, href: `/joining/plan/${year}`,
  }));
}

/** What this person owes the programme now: sheets to finish or to review, the plan to bring to the committee in time, actions to report on. */
export async function personalDuties(tx: ReadTx, actor: Actor, zones: Zones): Promise<PersonalDuty[]> {
  return [...(await mySheets(tx, actor, zones)), ...(await toCoValidate(tx, actor, zones)), ...(await toFreeze(tx, actor, zones)), ...(await toCheck(tx, actor, zones)), ...(await toConfirmTakeUp(tx, actor)), ...(await toAdopt(tx, actor, zones)), ...(await toFollow(tx, actor, zones))];
}
