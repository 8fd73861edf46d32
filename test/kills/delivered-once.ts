import type { World } from '../world/world.js';
import type { FaultedDelivery } from './faulted-delivery.js';

interface Line {
  readonly rule: string;
  readonly state: string;
  readonly message_id: string;
  readonly address: string;
  readonly told: number;
  readonly problem: string | null;
  /** Milliseconds since 1970, by PostgreSQL's own record of the commit. */
  readonly committed: number;
}

const ledgerNow = `
  select rule, state, message_id, mail_address as address, last_problem as problem, extract(epoch from pg_xact_commit_timestamp(reminder.xmin)) * 1000 as committed,
    (select count(*)::int from journal where subject_id = reminder.id and kind in ('ReminderSent', 'ReminderFailed')) as told
  from reminder join person on person.id = person_id where state <> 'PLANNED' and rule in ($1, 'SIGN_IN_CODE')`;

export interface Verdict {
  /** What was lost, sent twice, or not said; empty when all is well. */
  readonly wrong: readonly string[];
  readonly lines: number;
  readonly failed: number;
  readonly repeats: Readonly<Record<string, number>>;
  /** Milliseconds from the relay's acceptance to the commit of SENT. */
  readonly window: { readonly half: number; readonly longest: number };
}

/** Every reminder that was owed has left once, or was refused and is said to be; and each repeat has met a fault in its SMTP window. */
export async function deliveredOnce(world: World, { witness, windows, acknowledged }: FaultedDelivery, owed: { readonly rule: string; readonly lines: number }): Promise<Verdict> {
  const lines = (await world.owner.query(ledgerNow, [owed.rule])) as Line[];
  const reminders = lines.filter(({ rule }) => rule === owed.rule);
  const last = new Map(witness.taken.map((letter) => [letter.messageId, letter]));
  const known = new Map(((await world.owner.query('select message_id, mail_address as address from reminder join person on person.id = person_id')) as Line[]).map((line) => [line.message_id, line]));
  const codes = new Set(lines.filter(({ rule, state }) => rule === 'SIGN_IN_CODE' && state === 'SENT').map(({ address }) => address));
  const { byFault, unexplained } = windows.repeats();
  const wrong = [
    ...(reminders.length === owed.lines ? [] : [`${owed.lines} reminders were owed, ${reminders.length} lines are settled`]),
    ...lines.filter(({ state, address }) => state !== 'SENT' && !(state === 'FAILED' && witness.refused.has(address))).map((line) => `lost: ${line.rule} to ${line.address} is ${line.state}, ${line.problem}`),
    ...lines.filter(({ state, message_id: id }) => state === 'SENT' && !last.has(id)).map((line) => `lost: ${line.rule} to ${line.address} is SENT and never came`),
    ...lines.filter(({ told }) => told !== 1).map((line) => `${line.rule} to ${line.address} was told ${line.told} times`),
    ...lines.filter(({ state, problem }) => state === 'FAILED' && !problem?.includes('no such mailbox')).map((line) => `${line.address} was refused, and nobody is told why: ${line.problem}`),
    ...witness.taken.filter(({ messageId, to }) => known.get(messageId)?.address !== to).map(({ messageId, to }) => `a letter without its line: ${messageId} to ${to}`),
    ...acknowledged.filter((address) => !codes.has(address)).map((address) => `lost: the code of ${address}, which the API had acknowledged`),
    ...unexplained.map((repeat) => `sent twice: ${repeat}`),
  ];
  const waits = lines.filter(({ state, message_id: id }) => state === 'SENT' && last.has(id)).map((line) => line.committed - last.get(line.message_id)!.at.getTime()).sort((one, other) => one - other);
  const at = (share: number): number => Math.round(waits[Math.floor((waits.length - 1) * share)] ?? 0);
  return { wrong, lines: lines.length, failed: lines.filter(({ state }) => state === 'FAILED').length, repeats: byFault, window: { half: at(0.5), longest: at(1) } };
}
