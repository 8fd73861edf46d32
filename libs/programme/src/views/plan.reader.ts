import { ruleAt, type RuleInForce } from '#agreement';
import type { Language } from '#kernel';
import { say } from '#phrases';
import { sha256Hex, type ReadTx } from '#platform';
import { colourOf, deadlineSetting } from '../domain/adoption.js';
import { budgetTotals } from '../domain/budget.js';
import { actionsText, type Plan } from '../domain/plan.js';
import { penOf } from '../store/entered.store.js';
import { planHead } from '../store/plan.store.js';
import { isUuid } from '../store/uuid.js';
import type { ActionPlanType } from './plan.types.js';
import { programmeOf, type Programme } from './programme.reader.js';
import { sheetsById, sheetView, validationView, type SheetLine, type ValidationLine } from './sheet.reader.js';

/** A plan with what is shown and judged beside it; « exécutoire » is joined from the minutes, never stored here. */
export type PlanLine = Plan & {
  readonly executoryAt: Date | null;
  readonly onOpenBallot: boolean;
  readonly actions: readonly { readonly sheetId: string; readonly place: number }[];
  readonly validations: readonly Omit<ValidationLine, 'version'>[];
};

const planLines = `
  select ${planHead}, null as content, minutes.executory_at as "executoryAt",
    exists (select from ballot join decision asked on asked.partnership_id = ballot.partnership_id and asked.id = ballot.decision_id
            where asked.partnership_id = plan.partnership_id and asked.subject_kind = 'actionPlan' and asked.subject_id = plan.id and ballot.closed_at is null) as "onOpenBallot",
    coalesce((select json_agg(json_build_object('sheetId', action.sheet_id, 'place', action.place) order by action.place)
              from planned_action action where action.partnership_id = plan.partnership_id and action.plan_id = plan.id), '[]'::json) as actions,
    coalesce((select json_agg(json_build_object('partyId', validation.party_id, 'personId', validation.person_id,
                                                'displayName', person.display_name, 'validatedAt', validation.validated_at, 'pen', ${penOf('actionPlan', 'plan_id')}) order by validation.validated_at)
              from action_plan_validation validation left join person on person.id = validation.person_id
              where validation.partnership_id = plan.partnership_id and validation.plan_id = plan.id), '[]'::json) as validations
  from action_plan plan
  left join decision on decision.partnership_id = plan.partnership_id and decision.id = plan.decision_id
  left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null`;

/** The newest version of a year's plan; `null` while none is open. One statement. */
export async function planOfYear(tx: ReadTx, partnershipId: string, year: number): Promise<PlanLine | null> {
  const [line] = await tx.query<PlanLine>(`${planLines} where plan.partnership_id = $1 and plan.year = $2 order by plan.version desc limit 1`, [partnershipId, year]);
  return line ?? null;
}

/** Every plan of a partnership, newest year and version first. One statement. */
export const plansOf = (tx: ReadTx, partnershipId: string): Promise<PlanLine[]> =>
  tx.query<PlanLine>(`${planLines} where plan.partnership_id = $1 order by plan.year desc, plan.version desc`, [partnershipId]);

type DeadlineRule = Pick<RuleInForce, 'value' | 'source'>;

/** The words and the rule of « dans les délais », « hors délai »; nothing while it is not judged. */
function onTimeView({ onTime, adoptedAt, year }: PlanLine, rule: DeadlineRule | undefined, language: Language): Pick<ActionPlanType, 'onTimeSentence' | 'onTimeSource'> {
  const setting = deadlineSetting(rule?.value);
  if (onTime === null || !adoptedAt || !rule || !setting) return { onTimeSentence: null, onTimeSource: null };
  const key = onTime ? 'programme.plan.onTime' : 'programme.plan.late';
  return { onTimeSentence: say(language, key, { year: String(year), event: setting.event }), onTimeSource: { ...rule.source } };
}

/** What a plan's view is made of besides its row. */
export interface PlanSetting {
  readonly programme: Programme;
  readonly sheets: readonly SheetLine[];
  /** The one in force when the plan was adopted: a rule changed since says nothing about it. */
  readonly deadlineRule: DeadlineRule | undefined;
  readonly language: Language;
}

/** A plan as shown, its actions in order. */
export function planView(line: PlanLine, { programme, sheets, deadlineRule, language }: PlanSetting): ActionPlanType {
  const { executoryAt, onOpenBallot, actions: placed, validations, ...plan } = line;
  const actions = placed.flatMap(({ sheetId, place }) => sheets.filter(({ id }) => id === sheetId).map((sheet) => ({ place, sheet })));
  const colour = colourOf(plan, executoryAt);
  return {
    ...plan,
    ...onTimeView(line, deadlineRule, language),
    held: { plan, actions: actions.map(({ sheet }) => sheet), validations },
    world: programme.world,
    onOpenBallot,
    parties: programme.parties,
    actionsHash: sha256Hex(actionsText(actions.map(({ sheet }) => sheet))),
    executoryAt,
    colour,
    colourSentence: say(language, `programme.colour.${colour}`, { year: String(plan.year) }),
    actions: actions.map(({ place, sheet }) => ({ place, sheet: sheetView(sheet, programme) })),
    validations: validations.map((validation) => validationView(validation, programme.parties)),
    totals: budgetTotals(actions.map(({ sheet }) => sheet.budget)).map((total) => ({ ...total })),
  };
}

/** The deadline a plan is judged by: the one in force when it was adopted, else today's. */
export const judgedBy = async (tx: ReadTx, { partnershipId, adoptedAt: at }: PlanLine, today: DeadlineRule | undefined): Promise<DeadlineRule | undefined> =>
  (at && (await ruleAt(tx, partnershipId, { key: 'deadline', at }))) ?? today;

/** These plans of one partnership, with their sheets in one further statement. */
export async function planViews(tx: ReadTx, lines: readonly PlanLine[]): Promise<ActionPlanType[]> {
  const partnershipId = lines[0]?.partnershipId;
  const programme = partnershipId === undefined ? null : await programmeOf(tx, partnershipId);
  if (!programme) return [];
  const sheets = await sheetsById(tx, lines.flatMap(({ actions }) => actions.map(({ sheetId }) => sheetId)));
  const today = programme.rules.get('deadline');
  const views: ActionPlanType[] = [];
  for (const line of lines) {
    views.push(planView(line, { programme, sheets, deadlineRule: await judgedBy(tx, line, today), language: tx.ctx.language }));
  }
  return views;
}

/** One plan; `null` when absent or not the reader's. */
export async function planOf(tx: ReadTx, id: string): Promise<ActionPlanType | null> {
  if (!isUuid(id)) return null;
  const [view] = await planViews(tx, await tx.query<PlanLine>(`${planLines} where plan.id = $1`, [id]));
  return view ?? null;
}
