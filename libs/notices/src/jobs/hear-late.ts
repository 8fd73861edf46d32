import { epochDayOf, isCivilDate, type Json } from '#kernel';
import type { HeardFact, Tx } from '#platform';
import { ladder, type Step } from '../domain/ladder.js';
import { waitingOf } from '../store/digest.store.js';
import { putOff, type NewLine } from '../store/ledger.store.js';
import { openDigest } from './open-digest.js';
import type { Crowd } from './recipients.js';

const isRecord = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lines that `LateReminded` asks for: one letter of a day each, however often the button is pressed. */
export function lateLines({ data }: HeardFact): Pick<NewLine, 'rule' | 'objectKind' | 'objectId' | 'period' | 'personId' | 'occurrence' | 'dueOn'>[] {
  const { lines, on } = data as { readonly [key: string]: Json };
  if (!Array.isArray(lines) || !isCivilDate(on)) return [];
  return lines.filter(isRecord).map((line) => {
    const text = (name: string): string => String(line[name] ?? '');
    return { rule: text('rule'), objectKind: text('objectKind'), objectId: text('objectId'), period: text('period'), personId: text('personId'), occurrence: epochDayOf(on), dueOn: on };
  });
}

/** Whoever is late with several matters gets one letter with them all, whatever rhythm she chose; with one, that letter itself. */
export async function oneLetterEach(tx: Tx, asked: readonly (NewLine & { partnershipId: string })[], sign: (line: NewLine) => string): Promise<void> {
  for (const personId of new Set(asked.map((line) => line.personId))) {
    const [first, ...others] = asked.filter((line) => line.personId === personId);
    if (!first || others.length === 0) continue;
    const lines = await waitingOf(tx, [first, ...others]);
    const { partnershipId, priority, dueOn: today } = first;
    if (lines.length > 1) await openDigest(tx, { partnershipId, personId, priority, today, lines, asked: true }, sign);
  }
}

/** A day chosen for silence ends at the hour at which reminders leave there, on the working day before when it is a day off. */
const resumes: Pick<Step, 'sending'> = { sending: 'DEADLINE' };

/** « Silence jusqu’au … »: that person's reminders of that matter wait for that day. */
export async function silenceHeard(tx: Tx, { partnershipId, subject, data }: HeardFact, crowd: Crowd): Promise<void> {
  const { personId, period, until } = data;
  if (!partnershipId || typeof personId !== 'string' || typeof period !== 'string' || !isCivilDate(until) || !crowd.reader(personId)) return;
  const recipient = crowd.recipients.find((one) => one.personId === personId);
  if (!recipient) return;
  const { instant } = crowd.schedule({ date: until, step: { ...ladder[0]!, ...resumes } }, recipient);
  const matter = { partnershipId, objectKind: subject.kind, objectId: subject.id, period, personId };
  await putOff(tx, matter, { sendAt: instant, day: until, rules: ladder.map(({ rule }) => rule) });
}
