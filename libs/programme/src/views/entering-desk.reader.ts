import type { Answer, CivilDate, Zones } from '#kernel';
import { seatsAt, type PartyType, type SeatAt } from '#parties';
import { say } from '#phrases';
import { refusalSentence, type ReadTx } from '#platform';
import { enteringBounds, mayEnter, partySaidFor, pensOf, type EnteredKind, type Entering } from '../domain/entered.js';
import type { Hand } from '../domain/hand.js';
import { mayValidate, type PlanCase } from '../domain/plan.js';
import { sheetSaidBy } from '../domain/said-sheet.js';
import { mayCoValidate, mayReturn, maySubmit, type SheetCase } from '../domain/sheet-life.js';
import { sources } from '../domain/sources.js';
import { mail, mayMail } from '../domain/mail-sheet.js';
import { isUuid } from '../store/uuid.js';
import type { EnteringDeskType, EnteringOptionType, EnteringPersonType } from './entered.types.js';
import { partyAnswers } from './entering.reader.js';
import { addresseesOf } from './mailed-sheet.reader.js';
import { planOf } from './plan.reader.js';
import { programmeOf, type Programme } from './programme.reader.js';
import { sheetOf } from './sheet.reader.js';

/** Whose desk it is, and what it is about. */
export interface DeskAsked {
  readonly subjectId: string;
  readonly hand: (partnershipId: string) => Hand;
  readonly machineNow: Date;
}

interface Subject {
  readonly partnershipId: string;
  readonly title: string;
  readonly href: string;
  readonly sheet: SheetCase | null;
  readonly plan: PlanCase | null;
  readonly version: number | null;
  readonly actionsHash: string | null;
}

async function subjectOf(tx: ReadTx, id: string): Promise<Subject | null> {
  const sheet = await sheetOf(tx, id);
  if (sheet) return { partnershipId: sheet.partnershipId, title: sheet.title, href: `/sheets/${id}`, sheet: sheet.held, plan: null, version: sheet.version, actionsHash: null };
  const plan = await planOf(tx, id);
  const title = plan && say(tx.ctx.language, 'entered.plan', { year: String(plan.year) });
  return plan && title ? { partnershipId: plan.partnershipId, title, href: `/plans/${plan.year}`, sheet: null, plan: plan.held, version: null, actionsHash: plan.actionsHash } : null;
}

/** A person and her seats today. */
interface Seated {
  readonly hand: Hand;
  readonly displayName: string;
  readonly seats: readonly SeatAt[];
}

function seatedPeople(seats: readonly SeatAt[]): Seated[] {
  const people = new Map<string, Seated>();
  for (const seat of seats) {
    if (!seat.holder) continue;
    const { personId, displayName } = seat.holder;
    const held = [...(people.get(personId)?.seats ?? []), seat];
    people.set(personId, { displayName, seats: held, hand: { personId, seats: held.map(({ partyId, category }) => ({ partyId, persona: category })) } });
  }
  return [...people.values()];
}

/** Would the chain itself let this word through now? */
function chainAllows(act: EnteredKind, subject: Subject, of: { readonly by: Hand; readonly sayer: Hand; readonly partyId: string; readonly programme: Programme }): Answer<unknown> {
  const { world } = of.programme;
  if (subject.plan) return mayValidate(subject.plan, of.sayer, world);
  const held = subject.sheet as SheetCase;
  if (act === 'CO_VALIDATE_SHEET') return mayCoValidate(held, of.sayer, world);
  if (act === 'RETURN_SHEET') return mayReturn(held, of.sayer);
  const said = sheetSaidBy(held.sheet, { by: of.by, personId: of.sayer.personId, partyId: of.partyId }, world);
  return said.refused ? said : maySubmit({ ...held, sheet: said.value }, of.sayer, world);
}

/** One person for one act: whether she may be named, and whether her paper is asked for. */
function nameable(act: EnteredKind, subject: Subject, of: { readonly by: Hand; readonly person: Seated; readonly answering: ReadonlySet<string>; readonly programme: Programme; readonly today: CivilDate }): Answer<EnteringPersonType> | null {
  const { by, person, answering, programme, today } = of;
  const partyId = partySaidFor(act, person.hand, subject.sheet?.sheet.authorPartyId ?? null);
  if (partyId === null || person.hand.personId === by.personId) return null;
  const sayer: Hand = { ...person.hand, seats: person.hand.seats.filter((seat) => seat.partyId === partyId) };
  const validations = (subject.plan ?? subject.sheet)?.validations ?? [];
  const pens = act === 'RETURN_SHEET' ? [] : pensOf(validations, partyId);
  const entering: Entering = { act, by, sayer, partyId, saidOn: today, today, since: null, proof: true, answers: answering.has(partyId), pens, parties: programme.world.parties };
  const may = mayEnter(entering);
  if (may.refused) return may;
  const chain = chainAllows(act, subject, { by, sayer, partyId, programme });
  if (chain.refused) return chain;
  const wanted = act === 'VALIDATE_PLAN' ? ['COORDINATOR'] : ['TECHNICIAN', 'COORDINATOR'];
  const seat = person.seats.find((one) => one.partyId === partyId && wanted.includes(one.category));
  const party = programme.parties.find(({ id }) => id === partyId) as PartyType;
  return { refused: false, value: { person: { id: sayer.personId, displayName: person.displayName }, party, office: seat?.office ?? '', proofRequired: mayEnter({ ...entering, proof: false }).refused } };
}

/** To whom this hand may mail the fiche. */
async function mailToOf(tx: ReadTx, subject: Subject, { by, programme, zones }: { readonly by: Hand; readonly programme: Programme; readonly zones: Zones }): Promise<EnteringPersonType[]> {
  const sheet = subject.sheet?.sheet;
  if (!sheet || mayMail(sheet, by, programme.world).refused) return [];
  const people = await addresseesOf(tx, subject.partnershipId, zones);
  const may = people.filter((to) => !mail(sheet, { hand: by, to, at: tx.now() }, programme.world).refused);
  return may.flatMap(({ personId: id, displayName, office, partyIds }) => {
    const party = programme.parties.find((one) => partyIds.includes(one.id));
    return party ? [{ person: { id, displayName }, party, office, proofRequired: false }] : [];
  });
}

const rulesOf = (language: string): string[] =>
  (['whose', 'told', 'proof', 'never'] as const).map((name) => say(language, `entered.rule.${name}`, { days: enteringBounds.contestDays, silent: enteringBounds.silentDays }));

/** What may be entered on a sheet or a plan by this hand; `null` when it is not the reader's to see. */
export async function deskOf(tx: ReadTx, { subjectId, hand, machineNow }: DeskAsked, zones: Zones): Promise<EnteringDeskType | null> {
  const subject = isUuid(subjectId) ? await subjectOf(tx, subjectId) : null;
  const programme = subject && (await programmeOf(tx, subject.partnershipId));
  if (!subject || !programme) return null;
  const [by, { language }] = [hand(subject.partnershipId), tx.ctx];
  const seats = await seatsAt(tx, subject.partnershipId, { instant: tx.now(), zones });
  const answering = new Set<string>();
  for (const { id } of programme.parties) if (await partyAnswers(tx, seats, { partyId: id, now: machineNow })) answering.add(id);
  const today = zones.civilAt(tx.now(), programme.parties.find(({ id }) => by.seats.some(({ partyId }) => partyId === id))?.territory.zone ?? 'UTC').date;
  const reasons = new Set<string>();
  const people = seatedPeople(seats);
  const optionOf = (act: EnteredKind): EnteringOptionType => {
    const answers = people.map((person) => nameable(act, subject, { by, person, answering, programme, today })).filter((answer) => answer !== null);
    for (const answer of answers) if (answer.refused) reasons.add(refusalSentence(answer, language));
    return { act, people: answers.flatMap((answer) => (answer.refused ? [] : [answer.value])) };
  };
  const acts: readonly EnteredKind[] = subject.plan ? ['VALIDATE_PLAN'] : ['SUBMIT_SHEET', 'CO_VALIDATE_SHEET', 'RETURN_SHEET'];
  const options = acts.map(optionOf).filter((option) => option.people.length > 0);
  const { partnershipId, title, href, version, actionsHash } = subject;
  const mailTo = await mailToOf(tx, subject, { by, programme, zones });
  return { partnershipId, subjectId, title, href, version, actionsHash, options, mailTo, reasons: options.length > 0 ? [] : [...reasons].slice(0, 3), rules: rulesOf(language), source: { ...sources.entered }, today };
}
