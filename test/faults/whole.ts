import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseEvidence } from '../../apps/api/src/archive/database-evidence.js';
import { verify } from '../../apps/api/src/verify/verify.js';
import type { Chain, Step } from './chain.js';

/** Each line says how a session may stand by half, whatever act was broken: rows of one act without the others, or without their fact. */
const halves: Readonly<Record<string, string>> = {
  'votes are not the votes told': `(select count(*) from vote join ballot on ballot.id = vote.ballot_id join decision on decision.id = ballot.decision_id where meeting_id = any ($1)) <> (select count(*) from journal where kind = 'VoteCast' and subject_id in (select ballot.id from ballot join decision on decision.id = ballot.decision_id where meeting_id = any ($1)))`,
  'a ballot is closed and its decision open, or the other way round': `exists (select from ballot join decision on decision.id = ballot.decision_id where meeting_id = any ($1) and (closed_at is null) <> (decision.state = 'OPEN'))`,
  'a ballot is closed without its outcome or its fact': `exists (select from ballot join decision on decision.id = ballot.decision_id where meeting_id = any ($1) and ((closed_at is null) <> (outcome is null) or (closed_at is not null) <> exists (select from journal where kind = 'BallotClosed' and subject_id in (ballot.id, decision.id))))`,
  'a text is sealed without its version, its number or its meeting': `exists (select from minutes where id = any ($1) and state in ('FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY') and (number is null or content_hash is null or not exists (select from minutes_version where minutes_id = minutes.id and minutes_version.content_hash = minutes.content_hash) or not exists (select from meeting where id = meeting_id and state = 'MINUTED')))`,
  'a version is there and its text is not sealed': `exists (select from minutes_version join minutes on minutes.id = minutes_id where minutes.id = any ($1) and state not in ('FINAL', 'PARTIALLY_SIGNED', 'EXECUTORY'))`,
  'a sealed text has no file': `exists (select from minutes_version, jsonb_each_text(pdfs) as pdf(language, sha256) where minutes_id = any ($1) and not exists (select from blob where blob.sha256 = pdf.sha256))`,
  'a sealed text asks nobody to sign': `exists (select from minutes where id = any ($1) and state <> 'DRAFT' and state <> 'REVIEW' and (select count(*) from journal where kind = 'SignatureRequested' and subject_id = minutes.id) <> 2)`,
  'the state is not the one its signatures give': `exists (select from minutes where id = any ($1) and (select count(*) from signature where minutes_id = minutes.id and signature.content_hash = minutes.content_hash) <> case state when 'EXECUTORY' then 2 when 'PARTIALLY_SIGNED' then 1 else 0 end)`,
  'executory is not told once': `exists (select from minutes where id = any ($1) and ((state = 'EXECUTORY') <> (executory_at is not null) or (select count(*) from journal where kind = 'MinutesBecameExecutory' and subject_id = minutes.id) <> (state = 'EXECUTORY')::int))`,
  'a notice is written and its fact still waits, or neither': `exists (select from journal join (values ('MeetingConvened', 'CONVOCATION', 8), ('MinutesSubmitted', 'OBSERVATIONS_ASKED', 8), ('SignatureRequested', 'SIGNATURE_REQUESTED', 2), ('MinutesBecameExecutory', 'EXECUTORY', 8)) as owed(kind, rule, readers) using (kind)
     where journal.subject_id = any ($1) and (select count(*) from reminder where reminder.object_id = journal.subject_id and reminder.rule = owed.rule) + (select count(*) from outbox where outbox.kind = journal.kind and outbox.subject_id = journal.subject_id) * (readers / (select count(*) from journal as told where told.kind = journal.kind and told.subject_id = journal.subject_id)) <> readers)`,
};
const everyHalf = Object.entries(halves).map(([name, sql]) => `select '${name}' as half where ${sql}`).join(' union all ');

/** What may change beside an act: who is seen, and what the desk does in its own time. */
const besides = ['session', 'outbox', 'reminder', 'journal', 'journal_head', 'journal_words', 'blob'];

/** How a step was answered, at what point it was broken, and how the rows stood before. */
export interface Trial {
  readonly where: string;
  readonly answer: 'DONE' | 'LOST';
  /** Written already before this trial: nothing more may happen. */
  readonly written: boolean;
  readonly print: string;
}

/** Reads the rows beside the house: what stands, and whether it stands whole. What does not is in `wrong`. */
export class Whole {
  readonly wrong: string[] = [];
  private from = 0;
  private prints = '';
  private readonly told: string[] = [];
  private readonly owed: Record<string, number> = {};
  /** Attempts in which a fault fell between the acceptance of a letter and its SENT (RFC 1047): so often may it come again. */
  private readonly windows = new Map<string, Set<number>>();
  /** Faults of a house that lived on and may have tried again before anybody looked. */
  private passed = 0;

  private constructor(private readonly chain: Chain) {}

  static async begin(chain: Chain): Promise<Whole> {
    const whole = new Whole(chain);
    const [head] = await whole.ask<{ last: number }>('select coalesce(max(sequence), 0)::int as last from journal where chain = $1', [chain.world.partnershipId]);
    whole.from = head?.last ?? 0;
    const tables = await whole.ask<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and not (tablename = any ($1)) order by 1`, [besides]);
    whole.prints = `md5(concat_ws(' ', ${tables.map(({ name }) => `(select md5(string_agg(line::text, '' order by line::text)) from ${name} line)`).join(', ')}))`;
    return whole;
  }

  private ask<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.chain.world.owner.query(sql, [...parameters]) as Promise<Row[]>;
  }

  say(where: string, wrong: readonly string[]): void {
    this.wrong.push(...wrong.map((one) => `${where}: ${one}`));
  }

  /** All rows that only acts change, in one print. */
  async print(): Promise<string> {
    return (await this.stands()).print;
  }

  /** The print and the facts told since this play began, read at one instant: what was on its way may arrive at any moment. */
  private async stands(): Promise<{ print: string; kinds: string }> {
    const told = `select coalesce(string_agg(kind, ' ' order by sequence), '') from journal where chain = $1 and sequence > $2 and subject_kind <> 'reminder'`;
    const [row] = await this.ask<{ print: string; kinds: string }>(`select ${this.prints} as print, (${told}) as kinds`, [this.chain.world.partnershipId, this.from]);
    if (!row) throw new Error('nothing stands');
    return row;
  }

  /** An act was acknowledged for good: from now on its facts are expected, in this order. */
  acknowledged(step: Step): void {
    this.told.push(...step.facts);
    Object.assign(this.owed, step.owes);
  }

  /** Looks after a fault, and after the answer that ends a step: answers whether the step is written. */
  async look(step: Step, { where, answer, written, print }: Trial): Promise<boolean> {
    const stands = await this.stands();
    const found = this.found(step, stands, print);
    if (!['ALL', 'NOTHING'].includes(found) || ((written || answer === 'DONE') && found !== 'ALL')) this.say(where, [`answered ${answer}, written ${found}`]);
    if (found === 'NOTHING' && print !== '' && stands.print !== print) this.say(where, ['rows changed and nothing was told']);
    this.say(where, await this.halves());
    return found === 'ALL';
  }

  /** Has the act under way been written: all of its facts, none of them; or what stands instead, and what was acknowledged and is not there. */
  private found(step: Step, { print, kinds }: { print: string; kinds: string }, before: string): string {
    // An act that tells nothing is known by its rows.
    const changed = step.facts.length === 0 && print !== before;
    if (kinds === this.told.join(' ')) return changed ? 'ALL' : 'NOTHING';
    return kinds === [...this.told, ...step.facts].join(' ') ? 'ALL' : `by half: ${kinds} instead of ${this.told.join(' ')}`;
  }

  private async halves(): Promise<string[]> {
    const rows = await this.ask<{ half: string }>(everyHalf, [await this.chain.objects()]);
    return rows.map(({ half }) => half);
  }

  /** The journal read again by the verifier's own code, with every row of an act. */
  async verify(where: string): Promise<void> {
    const { findings } = await DatabaseEvidence.over(this.chain.world.database.auditor, (evidence) => verify(evidence));
    this.say(where, findings.map(({ code, where: row }) => `${code} ${row}`));
  }

  /** After a death among the notices: nothing by half, and the windows it left open. */
  async lookAtNotices(where: string, accepted: readonly string[]): Promise<void> {
    this.say(where, await this.halves());
    const open = await this.ask<{ id: string; attempts: number }>(`select message_id as id, attempts from reminder where state = 'SENDING' and message_id = any ($1)`, [[...new Set(accepted)]]);
    for (const { id, attempts } of open) this.windows.set(id, (this.windows.get(id) ?? new Set()).add(attempts));
  }

  /** Faults that fell in rounds whose house lived on: after its last line to the relay, or in the ledger, a letter may leave once more for each. */
  excuse(struck: readonly string[]): void {
    this.passed += struck.filter((one) => /^(worker |smtp text (sent|after))/.test(one)).length;
  }

  /** Rounds of the desk until nothing is open: a line in a dead sender's hands waits for its lease. */
  async comesToRest(where: string, tick: () => Promise<unknown>): Promise<void> {
    for (let rounds = 0; (await this.open()) > 0; rounds += 1) {
      if (rounds > 200) return this.say(where, ['the desk does not come to rest']);
      await tick();
      await pause(50);
    }
  }

  /** Everybody owed was written to, once. */
  async lookAtLetters(where: string, accepted: readonly string[]): Promise<void> {
    const lines = await this.ask<{ rule: string; state: string; id: string; attempts: number }>('select rule, state, message_id as id, attempts from reminder where object_id = any ($1) and rule = any ($2)', [await this.chain.objects(), Object.keys(this.owed)]);
    for (const [rule, readers] of Object.entries(this.owed)) {
      const states = lines.filter((line) => line.rule === rule).map(({ state }) => state);
      if (states.filter((state) => state === 'SENT').length !== readers || states.some((state) => !['SENT', 'CANCELLED'].includes(state))) this.say(where, [`${rule}: ${readers} owed, ${states.join(' ')}`]);
    }
    for (const { rule, id, state, attempts } of lines) {
      const times = accepted.filter((one) => one === id).length;
      const least = state === 'SENT' ? 1 : 0;
      const most = Math.min(attempts, least + this.passed + (this.windows.get(id)?.size ?? 0));
      if (times < least || times > most) this.say(where, [`${rule}: a letter came ${times} times and not ${least} to ${most}`]);
    }
  }

  /** Facts that wait, and lines whose hour has come on the day of the play. */
  private async open(): Promise<number> {
    const [row] = await this.ask<{ open: number }>(`select ((select count(*) from reminder where state = 'SENDING' or (state = 'PLANNED' and send_at <= '2026-11-22T12:00:00Z')) + (select count(*) from outbox))::int as open`);
    return row?.open ?? 0;
  }
}
