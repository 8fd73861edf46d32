import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { actorOf, heldSeats } from '#parties';
import { BounceBox, bounceIn, SmtpMailer, type Bounce } from '#platform';
import type { SMTPServerOptions } from 'smtp-server';
import { deliveryReport } from '../../../platform/src/mail/bounce.contract.js';
import { SmtpSink } from '../../../platform/src/mail/smtp-sink.contract.js';
import { askCode, askSignatures, convene, finalMinutes, scheduleMeeting, sign } from '../../../../test/world/committee-rows.js';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, tell, type Who, type World } from '../../../../test/world/world.js';
import { at, AnsweringMailer, deskOver, ledger, mailbox } from '../desk.contract.js';
import { HearBounces } from './hear-bounces.js';
import { RemindersView } from '../views/reminders.view.js';

jest.setTimeout(30_000);

let world: World;
beforeEach(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterEach(() => world.close());
const id = (who: Who): string => world.people.get(who) ?? '';

/** A mailbox that gives these messages. */
class ReportsBox extends BounceBox {
  constructor(private readonly messages: readonly Buffer[]) {
    super();
  }
  async read(hear: (bounce: Bounce) => Promise<void>): Promise<void> {
    for (const message of this.messages) {
      const bounce = await bounceIn(message);
      if (bounce) await hear(bounce);
    }
  }
}

type Rcpt = NonNullable<SMTPServerOptions['onRcptTo']>;

/** A real relay on the loopback, whose word on a recipient is the test's. */
async function relayed(onRcptTo: Rcpt): Promise<{ sink: SmtpSink; mailer: SmtpMailer; close: () => Promise<void> }> {
  const sink = await SmtpSink.open({ onRcptTo });
  const mailer = new SmtpMailer({ url: sink.url });
  return { sink, mailer, close: async () => (await mailer.close(), sink.close()) };
}

/** What the coordinator's page is given, under row-level security. */
async function seenBy(who: Who): Promise<{ rule: string; state: string; lastProblem: string | null; recipient: string | null }[]> {
  const seats = await world.app.read(ctxOf(null), (tx) => heldSeats(tx, id(who), { instant: world.legal.now(), zones: world.zones }));
  const ctx = ctxOf(actorOf({ personId: id(who), sessionId: null, stepUpAt: null }, seats));
  return world.app.read(ctx, async (tx) => {
    const shown = await new RemindersView(world.zones).reminders(world.partnershipId, 500, { ctx, read: async () => tx });
    return shown.map(({ rule, state, lastProblem, recipient }) => ({ rule, state, lastProblem, recipient: recipient?.displayName ?? null }));
  });
}

describe('the relay’s word', () => {
  it('AT-09: a blocked mail (550) is FAILED, visible to both coordinators, and the others go on', async () => {
    const { sink, mailer, close } = await relayed((address, _session, done) => {
      if (!address.address.startsWith('president@ma')) return done();
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    });
    await deskOver(world, { mailer }).desk.tick();
    await close();
    expect(sink.received.map(({ rcptTo }) => rcptTo.join()).sort()).toEqual(['coordinator@fr.example', 'coordinator@ma.example', 'president@fr.example']);
    for (const who of ['fr-coordinator', 'ma-coordinator'] as const) {
      const [first] = await seenBy(who);
      expect(first).toMatchObject({ rule: 'PLAN_J-60', state: 'FAILED', recipient: 'president ma', lastProblem: expect.stringContaining('no such mailbox') });
    }
  });

  it('a temporary refusal (451) is tried again under one Message-ID, without cap, never more than fifteen minutes later', async () => {
    let open = false;
    const { sink, mailer, close } = await relayed((_address, _session, done) => done(open ? null : Object.assign(new Error('greylisted'), { responseCode: 451 })));
    const { desk } = deskOver(world, { mailer });
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await desk.tick();
      const [held] = (await world.owner.query(`select lease_until from reminder where rule = 'PLAN_J-60' and person_id = $1`, [id('fr-president')])) as { lease_until: Date }[];
      waits.push(held!.lease_until.getTime() - world.machine.now().getTime());
      at(world, new Date(held!.lease_until.getTime()).toISOString());
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(Math.max(...waits)).toBe(900_000);
    open = true;
    await desk.tick();
    await close();
    const sent = await ledger(world, 'PLAN_J-60');
    expect(new Set(sent.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['SENT 13']));
    expect(sink.received).toHaveLength(4);
    for (const { message_id: messageId } of sent) expect(sink.received.filter(({ raw }) => raw.includes(`<${messageId}>`))).toHaveLength(1);
  });

  it('a letter that comes back later fails like one refused at once: seen by both coordinations, told once, never sent again by itself', async () => {
    const { desk } = deskOver(world);
    await desk.tick();
    const [{ message_id: messageId }] = (await world.owner.query(`select message_id from reminder where rule = 'PLAN_J-60' and person_id = $1`, [id('ma-president')])) as [{ message_id: string }];
    const reports = [deliveryReport({ messageId }), deliveryReport({ messageId: 'of@another.example' }), deliveryReport({ messageId, action: 'delayed' })];
    // As a mailbox gives them when a worker was killed before it marked them: twice.
    const bounces = new HearBounces(world.worker, new ReportsBox([...reports, ...reports]));
    await bounces.run();
    for (const who of ['fr-coordinator', 'ma-coordinator'] as const) {
      expect((await seenBy(who))[0]).toMatchObject({ rule: 'PLAN_J-60', state: 'FAILED', recipient: 'president ma', lastProblem: expect.stringMatching(/^returned later: 550 .*no such mailbox here$/) });
    }
    const told = (await world.owner.query(`select data ->> 'personId' as person from journal where kind = 'ReminderFailed'`)) as { person: string }[];
    expect(told).toEqual([{ person: id('ma-president') }]);
    await desk.tick();
    expect((await ledger(world, 'PLAN_J-60')).map(({ state }) => state).sort()).toEqual(['FAILED', 'SENT', 'SENT', 'SENT']);
  });

  it('a line on which our own program stumbles waits, its trouble visible, and the others go on', async () => {
    await world.owner.query(
      `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
       values (gen_random_uuid(), $1, 'NOBODY_WRITES_IT', 'minutes', gen_random_uuid(), '1', $2, 1, 'MAIL', '2026-11-23', '2026-11-23T08:59:00Z', 'PLANNED', 1, 0, 'm@passerelle.example', '{}', now())`,
      [world.partnershipId, id('fr-president')],
    );
    const { desk, troubles } = deskOver(world);
    await desk.tick();
    expect(troubles).toEqual([expect.stringMatching(/^The line [0-9a-f-]+ stumbled/)]);
    expect((await ledger(world, 'PLAN_J-60')).map(({ state }) => state)).toEqual(Array(4).fill('SENT'));
    expect(await seenBy('fr-coordinator')).toContainEqual({ rule: 'NOBODY_WRITES_IT', state: 'PLANNED', recipient: 'president fr', lastProblem: 'our own trouble: no mail is written for NOBODY_WRITES_IT' });
  });

  it('an address outside the grammar is FAILED at once, and said', async () => {
    await world.owner.query(`update person set mail_address = 'president at fr' where id = $1`, [id('fr-president')]);
    await deskOver(world).desk.tick();
    expect((await seenBy('fr-coordinator'))[0]).toEqual({ rule: 'PLAN_J-60', state: 'FAILED', recipient: 'president fr', lastProblem: 'the mail address is outside the grammar' });
  });
});

describe('who goes first', () => {
  /** Reminders of one minute ago, for a person who must be told of as many things. */
  const threeHundredDue = (): Promise<unknown> =>
    world.owner.query(
      `insert into reminder (id, partnership_id, rule, object_kind, object_id, period, person_id, occurrence, channel, due_on, send_at, state, priority, attempts, message_id, details, planned_at)
       select gen_random_uuid(), $1, 'VERSION_REPLACED', 'minutes', gen_random_uuid(), '1', $2, 1, 'MAIL', '2026-11-23', '2026-11-23T08:59:00Z', 'PLANNED', 50, 0, 'm' || n || '@passerelle.example', '{}', now()
       from generate_series(1, 300) n`,
      [world.partnershipId, id('fr-technician')],
    );

  it('a sign-in code asked while three hundred reminders leave waits behind a handful of them', async () => {
    await threeHundredDue();
    const order: string[] = [];
    const mailer = new AnsweringMailer(async ({ subject }) => {
      order.push(subject);
      if (order.length === 5) await askCode(world, id('ma-technician'));
      return { outcome: 'SENT', smtpResponse: '250' };
    });
    await deskOver(world, { mailer }).desk.sendDue();
    const place = order.indexOf('رمز الدخول إلى Passerelle');
    expect(place).toBeGreaterThan(4);
    expect(place).toBeLessThanOrEqual(10);
    expect(order).toHaveLength(301);
  });

  it('a code older than it says is not sent any more', async () => {
    await askCode(world, id('fr-technician'));
    const { relay, desk } = deskOver(world);
    await relay.drain();
    at(world, '2026-11-23T09:10:00Z');
    await desk.tick();
    expect((await ledger(world, 'SIGN_IN_CODE'))[0]).toMatchObject({ state: 'CANCELLED', last_problem: 'no longer due' });
  });
});

describe('facts become notices', () => {
  it('a listener that throws leaves its fact in the outbox, and the others go on', async () => {
    const { relay, desk, troubles } = deskOver(world);
    let broken = true;
    relay.onFact(async (_tx, { kind }) => {
      if (kind === 'MinutesBecameExecutory' && broken) throw new Error('a bug in a listener');
    });
    const minutesId = await finalMinutes(world);
    await sign(world, minutesId, 'fr');
    await sign(world, minutesId, 'ma');
    await convene(world, await scheduleMeeting(world, '2027-01-14'));
    await desk.tick();
    const waiting = (): Promise<unknown> => world.owner.query(`select kind from outbox where kind <> 'ReminderSent'`);
    expect(await waiting()).toEqual([{ kind: 'MinutesBecameExecutory' }]);
    expect(new Set(troubles).size).toBe(1);
    expect(await ledger(world, 'CONVOCATION')).toHaveLength(8);
    expect(await ledger(world, 'EXECUTORY')).toEqual([]);
    broken = false;
    await desk.tick();
    expect(await waiting()).toEqual([]);
    expect((await ledger(world, 'EXECUTORY')).map(({ state }) => state)).toEqual(Array(8).fill('SENT'));
  });

  it('a fact told twice is a notice told once; who has signed meanwhile is not asked', async () => {
    const minutesId = await finalMinutes(world);
    await askSignatures(world, minutesId);
    await askSignatures(world, minutesId);
    await sign(world, minutesId, 'ma');
    await deskOver(world).desk.tick();
    const states = (await ledger(world, 'SIGNATURE_REQUESTED')).map(({ person_id: person, state }) => `${person === id('fr-president') ? 'fr' : 'ma'} ${state}`).sort();
    expect(states).toEqual(['fr SENT', 'ma CANCELLED']);
  });

  it('a signature by mail code is told at once to both coordinations, and the letter that overtakes another names both; by key, nobody is told', async () => {
    const minutesId = await finalMinutes(world);
    const signed = async (side: 'fr' | 'ma', method: string): Promise<void> => {
      const data = { version: 1, partyId: world.parties[side], method, at: world.legal.now().toISOString() };
      await tell(world, { kind: 'MinutesSigned', partnershipId: world.partnershipId, subject: { kind: 'minutes', id: minutesId }, data });
    };
    const { desk } = deskOver(world);
    await signed('fr', 'PASSKEY');
    await desk.tick();
    expect(await ledger(world, 'SIGNED_BY_CODE')).toEqual([]);
    await sign(world, minutesId, 'fr');
    await signed('fr', 'MAIL_CODE');
    at(world, '2026-11-23T09:05:00Z');
    await sign(world, minutesId, 'ma');
    await signed('ma', 'MAIL_CODE');
    await desk.tick();
    const lines = await ledger(world, 'SIGNED_BY_CODE');
    const told = lines.filter(({ state }) => state === 'SENT').map(({ person_id: person }) => person);
    expect([...told].sort()).toEqual([id('fr-coordinator'), id('ma-coordinator')].sort());
    expect(lines).toHaveLength(4);
    const letters = (await mailbox(world)).filter(({ html }) => /48 heures|48 ساعة/.test(html));
    expect(letters).toHaveLength(2);
    // The line before the letter, then each signature's minute in its reader's own zone, and the same minute 48 hours later.
    const hours = letters.map(({ html }) => html.replace(/<[^>]*>/g, ' ').match(/\b\d\d:\d\d\b/g)?.join(' '));
    expect(hours.sort()).toEqual(['09:05 09:00 09:00 09:05 09:05', '10:05 10:00 10:00 10:05 10:05']);
  });

  it('a second convocation overtakes the first that had not left', async () => {
    const meetingId = await scheduleMeeting(world, '2027-01-14');
    await convene(world, meetingId);
    at(world, '2026-11-23T09:05:00Z');
    await convene(world, meetingId);
    await deskOver(world).desk.tick();
    const lines = await ledger(world, 'CONVOCATION');
    expect(lines.filter(({ state }) => state === 'SENT')).toHaveLength(8);
    expect(lines.filter(({ state }) => state === 'SUPERSEDED')).toHaveLength(8);
    const invited = (await mailbox(world)).filter(({ subject }) => subject.startsWith('Convocation'));
    expect(new Set(invited.map(({ to_address: to }) => to)).size).toBe(invited.length);
  });

  it('facts that call for nothing leave nothing', async () => {
    await tell(world, { kind: 'MeetingOpened', partnershipId: world.partnershipId, subject: { kind: 'meeting', id: world.partnershipId }, data: {} });
    await deskOver(world).relay.drain();
    expect(await ledger(world)).toEqual([]);
  });
});
