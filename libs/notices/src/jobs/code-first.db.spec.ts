import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tx, WorkerWork } from '#platform';
import { openWorld, tell, type Who, type World } from '../../../../test/world/world.js';
import { AnsweringMailer, deskOver, ledger } from '../desk.contract.js';

/** A sign-in code waits behind nobody: it is dead in ten minutes (issue 3, item 1). */
let world: World;
beforeEach(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterEach(() => world.close());

const waiting = 2_000;

/** Two thousand reminders whose hour has come, older than the code. */
const manyReminders = (): Promise<unknown> =>
  world.owner.query(
    `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
     select gen_random_uuid(), null, 'SIGN_IN_CODE_BY_HAND', 'signInCode', gen_random_uuid(), '1', $1::uuid, 1, 'MAIL', '2026-11-23', $2::timestamptz, 'PLANNED', 50, 0, 'waiting-' || n || '@passerelle.example', jsonb_build_object('personId', $1::uuid), $2::timestamptz
     from generate_series(1, ${waiting}) as n`,
    [world.people.get('ma-elected'), new Date('2026-11-23T08:00:00Z')],
  );

const askCode = (who: Who): Promise<unknown> => {
  const personId = world.people.get(who) ?? '';
  return tell(world, { kind: 'SignInCodeAsked', partnershipId: null, subject: { kind: 'signInCode', id: personId }, data: { personId } });
};

/** How many letters left before the code's, when the code is asked before the sweep, or while its twentieth letter leaves. */
async function lettersBefore(when: 'before' | 'meanwhile', work: WorkerWork = world.worker): Promise<number> {
  const subjects: string[] = [];
  const enough = new Error('the test has seen enough');
  const mailer = new AnsweringMailer(async ({ subject }) => {
    subjects.push(subject);
    if (when === 'meanwhile' && subjects.length === 20) await askCode('fr-coordinator');
    if (/Votre code de connexion/.test(subject) || subjects.length > 60) stopped = true;
    return { outcome: 'SENT', smtpResponse: '250 ok' };
  });
  let stopped = false;
  const rewritten: WorkerWork = Object.assign(Object.create(work) as WorkerWork, {
    read: (ctx: Parameters<WorkerWork['read']>[0], look: Parameters<WorkerWork['read']>[1]) => {
      if (stopped) throw enough;
      return work.read(ctx, look);
    },
  });
  const { relay, desk } = deskOver(world, { mailer, work: rewritten });
  if (when === 'before') await askCode('fr-president');
  await relay.drain();
  await desk.sendDue().catch((error: unknown) => {
    if (error !== enough) throw error;
  });
  return subjects.findIndex((subject) => subject.includes('Votre code de connexion'));
}

describe('with two thousand reminders waiting', () => {
  it('a code leaves first, and one asked meanwhile behind the handful already in hand', async () => {
    await manyReminders();
    expect(await ledger(world)).toHaveLength(waiting);
    expect(await lettersBefore('before')).toBe(0);
    const meanwhile = await lettersBefore('meanwhile');
    expect(meanwhile).toBeGreaterThanOrEqual(20);
    expect(meanwhile).toBeLessThanOrEqual(30);
  }, 120_000);

  it('planted defect: a desk that knows no priority lets the code wait', async () => {
    await manyReminders();
    const blind = Object.assign(Object.create(world.worker) as WorkerWork, {
      read: (ctx: Parameters<WorkerWork['read']>[0], look: (tx: Tx) => Promise<unknown>) =>
        world.worker.read(ctx, (tx) => look({ ...(tx as Tx), query: (sql, parameters) => tx.query(sql.replace('order by priority, ', 'order by '), parameters) })),
    });
    expect(await lettersBefore('before', blind)).not.toBe(0);
  }, 120_000);
});

describe('a code given by hand', () => {
  it('is told to both coordinators, in the language of each, without its digits', async () => {
    const { desk } = deskOver(world);
    await tell(world, { kind: 'SignInCodeGivenByHand', partnershipId: null, subject: { kind: 'signInCode', id: world.people.get('fr-elected') ?? '' }, data: { personId: world.people.get('fr-president') ?? '' } });
    await desk.tick();
    const letters = (await world.owner.query(`select to_address, subject, text from mailbox_message where subject like 'Un code%' or subject like '%شفوياً' order by to_address`)) as { to_address: string; subject: string; text: string }[];
    expect(letters.map(({ to_address: to }) => to)).toEqual(['coordinator@fr.example', 'coordinator@ma.example']);
    expect(letters.map(({ subject }) => subject)).toEqual(['Un code de connexion a été donné de vive voix', 'أُعطي رمز دخول شفوياً']);
    for (const { text } of letters) {
      expect(text).toContain('president fr');
      expect(text).not.toMatch(/\b\d{3} ?\d{3}\b/);
    }
  });
});
