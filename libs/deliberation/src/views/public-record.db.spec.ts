import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ctx } from '#platform';
import { ctxOf } from '../../../../test/world/ctx.js';
import { PrintPublicMinutes } from '../actions/print-public-minutes.js';
import { GivenCommittee, refusalOf, valueOf, zones, type GivenPartnership } from '../given-committee.contract.js';
import { GivenMinutes, press } from '../given-minutes.contract.js';
import { publicMinutesOf } from '../store/public-minutes.store.js';
import { historyOf } from '../../../programme/src/views/history.reader.js';
import { minutesCard } from './minutes-card.js';
import { personalDuties } from './personal-duties.js';
import { PublicRecordReader } from './public-record.reader.js';

let given: GivenCommittee;
let ours: GivenPartnership;
/** Minutes at every stage: signed by both, by one, final, draft; and a foreign partnership with nothing executory. */
let executory: string;
let halfSigned: string;
const reader = new PublicRecordReader(zones);
const stranger = (over: Partial<Ctx> = {}): Ctx => ({ ...ctxOf({}, { audience: 'PUBLIC', ...over }), actor: null });

beforeAll(async () => {
  given = await GivenCommittee.open();
  ours = await given.partnership({ members: 2 });
  await given.partnership({ members: 1 });
  const minutes = new GivenMinutes(given, ours);
  executory = await minutes.final();
  await valueOf(minutes.sign(executory, 'fr'));
  // 23:30 in Tiznit is 00:30 of the next day in Villeneuve.
  given.clock.moveTo(new Date('2026-11-16T23:30:00Z'));
  await valueOf(minutes.sign(executory, 'ma'));
  halfSigned = await minutes.final();
  await valueOf(minutes.sign(halfSigned, 'ma'));
  await minutes.drafted();
}, 120_000);
afterAll(async () => {
  await given.close();
  await press.close();
});

/** Tables that have a row for this audience, with how many. Row-level security alone answers: no condition of ours is added. */
async function seenBy(ctx: Ctx): Promise<Record<string, number>> {
  const tables = (await given.owner.query(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)) as { name: string }[];
  return given.work.read(ctx, async (tx) => {
    const seen: Record<string, number> = {};
    for (const { name } of tables) {
      const [may] = await tx.query<{ may: boolean }>(`select has_table_privilege($1, 'select') as may`, [name]);
      if (!may?.may) continue;
      const [line] = await tx.query<{ count: number }>(`select count(*)::int as count from ${name}`);
      if (line!.count > 0) seen[name] = line!.count;
    }
    return seen;
  });
}

/** What a stranger may see here: one executory PV with its meeting, decision and two signatures, their two seats, two parties, the rules; the decision's words are found. */
const allowed = { partnership: 1, party: 2, seat: 2, agreement: 1, minutes: 1, meeting: 1, decision: 1, signature: 2, search_document: 1 };
/** Without a partnership: names of towns, and the heads of the house's own machinery. */
const everybodys = ['territory', 'organisation', 'journal_head', 'legal_clock', 'rule'];
async function leaks(): Promise<string[]> {
  const seen = Object.entries(await seenBy(stranger())).filter(([table]) => !everybodys.includes(table));
  const expected = Object.entries(allowed);
  const rows = seen.filter(([table, count]) => count > (allowed[table as keyof typeof allowed] ?? 0)).map(([table, count]) => `${table}: ${count} rows`);
  const missing = expected.filter(([table]) => !seen.some(([name]) => name === table)).map(([table]) => `${table}: nothing`);
  return [...rows, ...missing];
}

describe('a stranger’s own transaction, whatever is asked in it', () => {
  it('shows one executory PV and what is needed to read it; no person, vote, attendance, sealed content, file or draft', async () => {
    expect(await leaks()).toEqual([]);
  });

  it.each([
    ['votes', 'create policy planted on vote for select to passerelle_app using (true)', 'vote'],
    ['people', 'create policy planted on person for select to passerelle_app using (true)', 'person'],
    ['unsigned minutes', 'create policy planted on minutes for select to passerelle_app using (true)', 'minutes'],
    ['decisions that nobody signed', 'create policy planted on decision for select to passerelle_app using (true)', 'decision'],
  ])('the search turns red on a policy that shows %s', async (_what, plant, table) => {
    await given.owner.query(plant);
    try {
      expect((await leaks()).join()).toContain(table);
    } finally {
      await given.owner.query(`drop policy planted on ${table}`);
    }
    expect(await leaks()).toEqual([]);
  });

  it('gives a member nothing of another partnership', async () => {
    const other = await given.partnership({ members: 1 });
    const seen = await seenBy(await given.as(other, 'fr-president'));
    expect([seen['minutes'], seen['decision'], seen['signature'], seen['partnership']]).toEqual([undefined, undefined, undefined, 1]);
  });
});

describe('the public record', () => {
  const record = (language: 'fr' | 'ar') => given.work.read(stranger({ language }), (tx) => reader.partnerships(tx, 100));

  it('tells the adopted text and the offices that signed, in the reader’s language', async () => {
    const [partnership, ...others] = await record('fr');
    expect(others).toEqual([]);
    expect(partnership!.minutes).toHaveLength(1);
    const [minutes] = partnership!.minutes;
    expect(minutes).toMatchObject({
      id: executory, number: 'PV-2026-1', meetingOn: '2026-11-16', host: { shortName: 'Villeneuve-la-Garenne' },
      executorySource: { reference: 'Art. 5' },
      decisions: [{ title: 'Plan 2027', text: 'Le comité valide le plan d’actions 2027.' }],
    });
    expect(minutes!.signatures.map(({ office }) => office).sort()).toEqual(['president de Tiznit', 'president de Villeneuve-la-Garenne']);
    expect((await record('ar'))[0]!.minutes[0]!.signatures.map(({ office }) => office).sort()).toEqual(['president Tiznit', 'president Villeneuve-la-Garenne']);
  });

  it('names nobody', async () => {
    const names = [...ours.people.keys()];
    const told = JSON.stringify([await record('fr'), await record('ar')]);
    expect(names.filter((name) => told.includes(name))).toEqual([]);
    expect(told).not.toContain('@');
  });

  it('says each city’s day when the last signature fell on two days', async () => {
    const [partnership] = await record('fr');
    expect(partnership!.minutes[0]!.executorySentence).toBe('Exécutoire depuis le 17 novembre 2026 (Villeneuve-la-Garenne), 16 novembre 2026 (Tiznit), date de la dernière signature.');
  });

  it('prints a copy for executory minutes alone, once', async () => {
    const print = new PrintPublicMinutes(given.work, reader, press, zones, { publicUrl: 'https://passerelle.example' }, { on: true });
    const [one, same] = await Promise.all([1, 2].map(() => valueOf(print.run(stranger(), { minutesId: executory, language: 'ar' }))));
    expect(one!.number).toBe('PV-2026-1');
    expect(same!.bytes).toBe(one!.bytes);
    for (const minutesId of [halfSigned, 'not-an-id', ours.id]) expect((await refusalOf(print.run(stranger(), { minutesId, language: 'fr' })))?.code).toBe('NOT_FOUND');
  });
});

describe('an executory PV and the one that rectifies it', () => {
  /** Rows move as they are written: whoever reads « the » minutes of a meeting without telling the two apart reads either. */
  const rewritten = async (id: string): Promise<void> => {
    for (const sql of ['alter table minutes disable trigger user', `update minutes set wording = wording where id = '${id}'`, 'alter table minutes enable trigger user']) await given.owner.query(sql);
  };

  it('are told apart: what was decided stands once, on its own day; no day is set for the rectification', async () => {
    const minutes = new GivenMinutes(given, ours);
    const coordinator = await minutes.as('fr-coordinator');
    const { meetingId } = await minutes.seen(executory);
    const rectifying = await valueOf(minutes.actions.rectify.run(coordinator, { minutesId: executory, reason: 'Le lieu' }));
    await rewritten(executory);
    const effect = () => given.work.read(coordinator, async (tx) => (await given.actions.reader.present(tx, meetingId)).decisions.map(({ executoryAt }) => executoryAt?.toISOString()));
    expect(await effect()).toEqual(['2026-11-16T23:30:00.000Z']);
    const duties = await given.work.read(coordinator, (tx) => personalDuties(tx, coordinator.actor!, zones));
    expect(duties.find(({ subjectId }) => subjectId === rectifying)).toMatchObject({ kind: 'FINALISE_MINUTES', dueOn: null });

    await valueOf(minutes.actions.review.run(coordinator, { minutesId: rectifying }));
    await valueOf(minutes.actions.finalise.run(coordinator, { minutesId: rectifying }));
    given.later(60);
    for (const side of ['fr', 'ma'] as const) await valueOf(minutes.sign(rectifying, side));
    await rewritten(executory);
    expect(await effect()).toEqual(['2026-11-16T23:30:00.000Z']);
    const [record] = await given.work.read(stranger({ language: 'fr' }), (tx) => reader.partnerships(tx, 100));
    expect(record!.minutes.map(({ id, decisions, rectifies }) => [id, decisions.length, rectifies?.id ?? null])).toEqual([[rectifying, 0, executory], [executory, 1, null]]);
    expect((await given.work.read(stranger(), (tx) => reader.minutes(tx, rectifying)))?.decisions).toHaveLength(1);
    expect(await given.work.read(stranger(), (tx) => publicMinutesOf(tx, [meetingId]))).toEqual(new Map([[meetingId, executory]]));
    expect(await given.work.read(coordinator, (tx) => minutesCard(tx, rectifying))).toMatchObject({ rectifies: 'PV-2026-1' });
    const history = await given.work.read(coordinator, (tx) => historyOf(tx, ours.id, zones));
    expect(history!.years.flatMap(({ moments }) => moments).filter(({ kind }) => kind === 'MINUTES').map(({ detail }) => detail).sort()).toEqual(['1 décision adoptée', 'Rectifie le PV-2026-1']);
  }, 60_000);
});
