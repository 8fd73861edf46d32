import { dateInWords, formatMoney, money, type CivilDate, type Currency, type Zones } from '#kernel';
import { partiesOf } from '#parties';
import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { mayWithdrawImport } from '../domain/past-import.js';
import { handOf } from '../store/hand.store.js';
import { pastImportsOf, pastProjectsOf, type PastImportLine, type PastProjectLine } from '../store/joining.store.js';
import type { HistoryMomentType, HistoryType, HistoryYearType, PastImportType } from './joining.types.js';

/** One line of what the other rooms know, with its civil day. */
interface DatedLine {
  readonly id: string;
  readonly kind: 'MINUTES' | 'PAPER_MINUTES' | 'AGREEMENT' | 'PLAN';
  readonly title: string;
  /** Its civil day; `null` when an instant is known in its place. */
  readonly on: string | null;
  readonly at: Date | null;
  readonly takenUp: boolean;
  readonly href: string;
  readonly count: number;
  /** Number of the PV that this one rectifies. */
  readonly rectifies: string | null;
}

/** PVs executory here, papers confirmed, agreements by the day they took effect, plans by the day they were adopted. */
const dated = `
  select minutes.id::text as id, 'MINUTES' as kind, minutes.number as title, meeting.civil_date::text as "on", null::timestamptz as at, false as "takenUp", '/minutes/' || minutes.id as href,
         (select count(*)::int from decision where decision.partnership_id = minutes.partnership_id and decision.meeting_id = minutes.meeting_id and decision.state = 'ADOPTED') as count,
         (select first.number from minutes first where first.partnership_id = minutes.partnership_id and first.id = minutes.rectifies_minutes_id) as rectifies
  from minutes join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
  where minutes.partnership_id = $1 and minutes.executory_at is not null and minutes.finalised_at is not null
  union all
  select paper.id::text, 'PAPER_MINUTES', paper.number, paper.held_on::text, null, true, '/joining/minutes/' || paper.id, jsonb_array_length(paper.decisions), null
  from paper_minutes paper where paper.partnership_id = $1 and paper.state = 'CONFIRMED'
  union all
  select agreement.id::text, 'AGREEMENT', agreement.display_name, agreement.effective_on::text, null, false, '/agreement?agreement=' || agreement.id, 0, null
  from agreement where agreement.partnership_id = $1 and agreement.effective_on is not null
  union all
  select plan.id::text, 'PLAN', plan.year::text, null, plan.adopted_at, taken.plan_id is not null, '/plans/' || plan.year,
         (select count(*)::int from planned_action action where action.partnership_id = plan.partnership_id and action.plan_id = plan.id), null
  from action_plan plan left join taken_up_plan taken on taken.partnership_id = plan.partnership_id and taken.plan_id = plan.id
  where plan.partnership_id = $1 and plan.state = 'ADOPTED'`;

function projectView({ ctx: { language } }: ReadTx, line: PastProjectLine): HistoryMomentType {
  const { id, title, startsYear, endsYear, place, domain, description, amountMinor, currency, source } = line;
  const amount = amountMinor !== null && currency ? formatMoney(money(BigInt(amountMinor), currency as Currency), language) : '';
  const years = endsYear > startsYear ? say(language, 'history.until', { year: String(endsYear) }) : '';
  const detail = [years, place, domain, amount, description, source && say(language, 'history.source', { source })].filter(Boolean).join(' · ');
  return { id, kind: 'PAST_PROJECT', title, on: null, takenUp: true, detail, href: null };
}

function datedView({ ctx: { language } }: ReadTx, { kind, title, count, rectifies, at: _, ...line }: DatedLine): HistoryMomentType {
  return { ...line, kind, title: say(language, `history.title.${kind}`, { title }), detail: say(language, `history.detail.${kind}`, { count, rectifies: rectifies ?? 'NO' }) };
}

/** The newest year first; in a year, what has a day by its day, then what has its year alone. */
function yearsOf(moments: readonly { readonly year: number; readonly moment: HistoryMomentType }[]): HistoryYearType[] {
  const years = [...new Set(moments.map(({ year }) => year))].sort((one, other) => other - one);
  const rank = ({ on }: HistoryMomentType): string => on ?? '';
  return years.map((year) => ({
    year,
    moments: moments.filter((one) => one.year === year).map(({ moment }) => moment).sort((one, other) => (rank(one) < rank(other) ? 1 : rank(one) > rank(other) ? -1 : 0)),
  }));
}

function importView(tx: ReadTx, line: PastImportLine, of: { readonly party: string; readonly on: CivilDate }): PastImportType {
  const { id, count, fileName, personName, partnershipId } = line;
  const words = { count, person: personName ?? '', party: of.party, day: dateInWords(of.on, tx.ctx.language, 'LONG'), file: fileName ?? '', named: fileName ? 'YES' : 'NO' };
  return { id, count, sentence: say(tx.ctx.language, 'history.import', words), viewerMayWithdraw: mayView(mayWithdrawImport(line, handOf(tx.ctx, partnershipId))) };
}

/** The thread of the cooperation (F66). Four statements; `null` when the partnership is absent or not the reader's. */
export async function historyOf(tx: ReadTx, partnershipId: string, zones: Zones): Promise<HistoryType | null> {
  const parties = (await partiesOf(tx, [partnershipId])).get(partnershipId) ?? [];
  if (parties.length === 0) return null;
  const projects = await pastProjectsOf(tx, partnershipId);
  const lines = await tx.query<DatedLine>(dated, [partnershipId]);
  const imports = await pastImportsOf(tx, partnershipId);
  const past = projects.map((line) => ({ year: line.startsYear, moment: projectView(tx, line) }));
  const zone = parties[0]?.territory.zone ?? 'UTC';
  const rest = lines.map((line) => {
    const on = line.on ?? (line.at ? zones.civilAt(line.at, zone).date : '');
    return { year: Number(on.slice(0, 4)), moment: datedView(tx, { ...line, on }) };
  });
  const placed = (line: PastImportLine) => {
    const party = parties.find(({ id }) => id === line.partyId);
    return { party: party?.shortName ?? '', on: zones.civilAt(line.importedAt, party?.territory.zone ?? 'UTC').date };
  };
  return { pastProjects: projects.length, years: yearsOf([...rest, ...past]), imports: imports.map((line) => importView(tx, line, placed(line))) };
}
