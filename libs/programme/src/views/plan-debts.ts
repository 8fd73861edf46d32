import { rulesInForce, whyLacking } from '#agreement';
import { planDeadline, type CivilDate, type PlanDeadlineRule, type RuleSource, type Zones } from '#kernel';
import { partiesOf } from '#parties';
import type { ReadTx } from '#platform';

/** The plan of a year, as it is owed: adopted before its deadline, then executory. */
export interface PlanDebt {
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly year: number;
  /** D, the day the text names; and the last civil day on which adoption is in time. */
  readonly day: CivilDate;
  readonly lastValidDay: CivilDate;
  readonly closesAt: Date;
  readonly standing: 'OPEN' | 'ADOPTED' | 'SETTLED';
  readonly source: RuleSource;
}

interface StandingLine {
  partnership_id: string;
  agreement_id: string;
  effective_on: string | null;
  plans: { year: number; adopted: boolean; executory: boolean }[];
}

const standings = `
  select agreement.partnership_id, agreement.id as agreement_id, agreement.effective_on::text,
         (select coalesce(json_agg(json_build_object('year', plan.year, 'adopted', plan.adopted_at is not null, 'executory', minutes.executory_at is not null)), '[]')
          from action_plan plan
          left join decision on decision.partnership_id = plan.partnership_id and decision.id = plan.decision_id
          left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null
          where plan.partnership_id = agreement.partnership_id and plan.agreement_id = agreement.id) as plans
  from agreement
  where exists (select from rule where rule.partnership_id = agreement.partnership_id and rule.key = 'deadline')
    and ($1::uuid is null or agreement.partnership_id = $1)`;

const standingOf = (line: StandingLine, year: number): PlanDebt['standing'] => {
  const plans = line.plans.filter((plan) => plan.year === year);
  if (plans.some(({ executory }) => executory)) return 'SETTLED';
  return plans.some(({ adopted }) => adopted) ? 'ADOPTED' : 'OPEN';
};

/** The plans owed around now: next year's, and this year's while it is late. An agreement owes none before its effect. */
export async function planDebts(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<PlanDebt[]> {
  const debts: PlanDebt[] = [];
  for (const line of await tx.query<StandingLine>(standings, [partnershipId])) {
    const rule = (await rulesInForce(tx, line.partnership_id)).get('deadline');
    const parties = (await partiesOf(tx, [line.partnership_id])).get(line.partnership_id) ?? [];
    const zonesOfParties = parties.map(({ territory }) => territory.zone);
    if (!rule || zonesOfParties.length === 0 || (await whyLacking(tx, line.partnership_id, 'PLAN_DEADLINE'))) continue;
    const thisYear = Number(zones.civilAt(tx.now(), zonesOfParties[0]!).date.slice(0, 4));
    for (const year of [thisYear, thisYear + 1]) {
      const deadline = planDeadline({ ...(rule.value as unknown as Omit<PlanDeadlineRule, 'year'>), year }, zonesOfParties, zones);
      if (line.effective_on === null || line.effective_on > deadline.day) continue;
      const { day, lastValidDay, closesAt } = deadline;
      debts.push({ partnershipId: line.partnership_id, agreementId: line.agreement_id, year, day, lastValidDay, closesAt, standing: standingOf(line, year), source: rule.source });
    }
  }
  return debts;
}
