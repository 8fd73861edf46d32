import { accepted, type Answer } from '#kernel';
import { notFound, peopleOutOfRange, targetPartyTwice, targetsDoNotAddUp, tooMany } from './refusals.js';
import type { Indicator, Target } from './sheet.js';
import { longest, readFilledText, readText } from './text.js';

/** More people than any two municipalities have: beyond it, a typing error. */
export const mostPeople = 10_000_000;
const mostIndicators = 50;

export const sumOfTargets = (targets: readonly Target[]): number => targets.reduce((sum, { people }) => sum + people, 0);

const isCount = (people: number): boolean => Number.isSafeInteger(people) && people >= 0 && people <= mostPeople;

/**
 * « 120 personnes (90 à Tiznit et 30 à Villeneuve-la-Garenne) »: one target per territory, and their sum is the total (4-22).
 * A total without any split, and a split without a total, are both allowed.
 */
export function checkTargets({ label, targets, total }: Pick<Indicator, 'label' | 'targets' | 'total'>): Answer<true> {
  const wrong = [...targets.map(({ people }) => people), total ?? 0].find((people) => !isCount(people));
  if (wrong !== undefined) return peopleOutOfRange(wrong, mostPeople);
  if (new Set(targets.map(({ partyId }) => partyId)).size < targets.length) return targetPartyTwice(label);
  const sum = sumOfTargets(targets);
  return total !== null && targets.length > 0 && sum !== total ? targetsDoNotAddUp(label, sum, total) : accepted(true);
}

function readIndicator(typed: Indicator, partyIds: readonly string[]): Answer<Indicator> {
  const label = readFilledText('indicator', typed.label, longest.line);
  if (label.refused) return label;
  const method = readText('method', typed.method, longest.reason);
  if (method.refused) return method;
  const responsible = readText('responsible', typed.responsible, longest.line);
  if (responsible.refused) return responsible;
  const targets = typed.targets.map(({ partyId, people }) => ({ partyId, people }));
  if (targets.some(({ partyId }) => !partyIds.includes(partyId))) return notFound();
  const read = { label: label.value, method: method.value, responsible: responsible.value, targets, total: typed.total };
  const added = checkTargets(read);
  return added.refused ? added : accepted(read);
}

/** Reads the indicators typed: texts cleaned and bounded, targets adding up, parties of this partnership only. */
export function readIndicators(typed: readonly Indicator[], partyIds: readonly string[]): Answer<readonly Indicator[]> {
  if (typed.length > mostIndicators) return tooMany('indicators', typed.length, mostIndicators);
  const read: Indicator[] = [];
  for (const indicator of typed) {
    const answer = readIndicator(indicator, partyIds);
    if (answer.refused) return answer;
    read.push(answer.value);
  }
  return accepted(read);
}
