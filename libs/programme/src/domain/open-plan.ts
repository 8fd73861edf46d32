import { accepted, type Answer, type Decided } from '#kernel';
import { told } from './facts.js';
import { coordinates, type Hand } from './hand.js';
import { aboutPlan, type Plan } from './plan.js';
import { planAlreadyOpen } from './refusals.js';

/** Which plan is opened, under which new id, by whom. */
export interface OpenCommand {
  readonly id: string;
  readonly partnershipId: string;
  readonly agreementId: string;
  readonly year: number;
  readonly hand: Hand;
}

/** One living plan a year; what changes after adoption is a new version, through a new decision, and the old one is kept (C4). */
export function openNext(command: OpenCommand, last: Plan | null): Answer<Decided<Plan>> {
  const { hand, ...key } = command;
  const coordinator = coordinates(hand);
  if (coordinator.refused) return coordinator;
  if (last && last.state !== 'ADOPTED') return planAlreadyOpen(key.year);
  const version = (last?.version ?? 0) + 1;
  const nothing = { content: null, contentHash: null, frozenAt: null, decisionId: null, adoptedAt: null, onTime: null } as const;
  const plan: Plan = { ...key, version, state: 'DRAFT', ...nothing };
  return accepted({ state: plan, facts: [told('ActionPlanOpened', aboutPlan(plan), { year: plan.year, version })] });
}
