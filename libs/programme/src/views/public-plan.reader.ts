import { Zones } from '#kernel';
import { partiesOf } from '#parties';
import { say } from '#phrases';
import type { ReadTx } from '#platform';
import type { ActionState } from '../domain/followed-action.js';
import { Injectable } from '@nestjs/common';
import type { PublicActionType, PublicAxisType, PublicPlanType } from './public-plan.types.js';

/** What the committee froze and adopted (`frozenContent`), as far as the public reads it: titles, dates, people, totals. */
interface AdoptedContent {
  readonly actions: readonly {
    readonly place: number;
    readonly sheetId: string;
    readonly axisNumber: string | null;
    readonly title: string;
    readonly kind: PublicActionType['kind'];
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly indicators: readonly { readonly targets: readonly { readonly people: number }[] }[];
  }[];
  readonly totals: readonly { readonly amountMinor: string; readonly currency: string }[];
}

interface PlanLine {
  readonly partnershipId: string;
  readonly id: string;
  readonly year: number;
  readonly content: AdoptedContent;
  readonly executoryAt: Date;
  readonly minutesId: string;
  readonly minutesNumber: string;
}

interface AxisLine {
  readonly partnershipId: string;
  readonly number: string;
  readonly title: string;
  readonly titleAr: string;
}

/** The newest version of each year that is executory. */
const planLines = `
  select distinct on (plan.partnership_id, plan.year) plan.partnership_id as "partnershipId", plan.id, plan.year, plan.content,
         minutes.executory_at as "executoryAt", minutes.id as "minutesId", minutes.number as "minutesNumber"
  from action_plan plan
  join decision on decision.partnership_id = plan.partnership_id and decision.id = plan.decision_id and decision.state = 'ADOPTED'
  join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id and minutes.rectifies_minutes_id is null and minutes.executory_at is not null
  where plan.state = 'ADOPTED' and plan.partnership_id = any ($1::uuid[])
  order by plan.partnership_id, plan.year desc, plan.version desc`;

const axisLines = `
  select partnership_id as "partnershipId", number, title, title_ar as "titleAr" from axis
  where kind = 'STRATEGIC' and partnership_id = any ($1::uuid[]) order by place`;

/** Where each action stands, by its fiche: the word alone, no name and nothing of what was written. */
type Statuses = ReadonlyMap<string, string>;

const stateLines = `select sheet_id as "sheetId", state from followed_action where sheet_id is not null and partnership_id = any ($1::uuid[])`;

function actionView({ place, title, kind, startsOn, endsOn, indicators, sheetId }: AdoptedContent['actions'][number], statuses: Statuses): PublicActionType {
  const people = Math.max(0, ...indicators.map(({ targets }) => targets.reduce((sum, target) => sum + target.people, 0)));
  return { place, title, kind, startsOn, endsOn, people, status: statuses.get(sheetId) ?? null };
}

/** Actions by axis, in the agreement's order; what stands outside the axes comes last. Axes without an action are left out. */
function axesView({ actions }: AdoptedContent, axes: readonly AxisLine[], { arabic, statuses }: { arabic: boolean; statuses: Statuses }): PublicAxisType[] {
  const on = (number: string | null) => actions.filter(({ axisNumber }) => axisNumber === number).map((action) => actionView(action, statuses));
  const known = axes.map(({ number, title, titleAr }) => ({ number, title: arabic ? titleAr : title, actions: on(number) }));
  return [...known, { number: null, title: null, actions: on(null) }].filter((axis) => axis.actions.length > 0);
}

/** Executory plans, as anybody may read them. */
@Injectable()
export class PublicPlanReader {
  constructor(private readonly zones: Zones) {}

  /** By partnership, newest year first. Four statements. */
  async plansOf(tx: ReadTx, partnershipIds: readonly string[]): Promise<Map<string, PublicPlanType[]>> {
    const lines = await tx.query<PlanLine>(planLines, [[...partnershipIds]]);
    const axes = await tx.query<AxisLine>(axisLines, [[...partnershipIds]]);
    const parties = await partiesOf(tx, partnershipIds);
    const states = await tx.query<{ sheetId: string; state: ActionState }>(stateLines, [[...partnershipIds]]);
    const statuses = new Map(states.map(({ sheetId, state }) => [sheetId, say(tx.ctx.language, `actions.state.${state}`)]));
    const arabic = tx.ctx.language === 'ar';
    const plans = (id: string): PublicPlanType[] => {
      const zone = parties.get(id)?.[0]?.territory.zone;
      const thisYear = zone ? Number(this.zones.civilAt(tx.now(), zone).date.slice(0, 4)) : null;
      const ownAxes = axes.filter(({ partnershipId }) => partnershipId === id);
      return lines
        .filter(({ partnershipId }) => partnershipId === id)
        .map(({ partnershipId: _, content, ...plan }) => ({
          ...plan,
          inForce: plan.year === thisYear,
          axes: axesView(content, ownAxes, { arabic, statuses }),
          totals: content.totals.map(({ amountMinor, currency }) => ({ amountMinor: BigInt(amountMinor), currency })),
        }));
    };
    return new Map(partnershipIds.map((id) => [id, plans(id)]));
  }
}
