import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { onOneLine, type Letter } from './letter.js';
import { parseMailAddress, type MailAddress } from './mail-address.js';
import { SmtpMailer } from './smtp-mailer.js';
import { headerNamesOf, SmtpSink } from './smtp-sink.contract.js';

jest.setTimeout(120_000);

const addressOf = (text: string): MailAddress => {
  const answer = parseMailAddress(text);
  if (answer.refused) throw new Error(`${text} is no address`);
  return answer.value;
};
const letter: Letter = {
  messageId: 'reminder-1.a@passerelle.example',
  from: { name: 'Passerelle', address: addressOf('ne-pas-repondre@passerelle.example') },
  to: { name: 'Présidence du conseil', address: addressOf('president@tiznit.example') },
  subject: 'تذكير: المحضر في انتظار توقيعكم',
  language: 'ar',
  text: 'نص',
  html: '<p dir="rtl" lang="ar">نص</p>',
};
const sinks: SmtpSink[] = [];
const mailers: SmtpMailer[] = [];
afterEach(async () => {
  await Promise.all(mailers.splice(0).map((mailer) => mailer.close()));
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});
async function pair(behave: Parameters<typeof SmtpSink.open>[0] = {}, silence?: number): Promise<{ sink: SmtpSink; mailer: SmtpMailer }> {
  const sink = await SmtpSink.open(behave);
  const mailer = new SmtpMailer({ url: sink.url, ...(silence !== undefined && { silence }) });
  sinks.push(sink);
  mailers.push(mailer);
  return { sink, mailer };
}
/** A relay that takes the whole message, then breaks the line instead of answering: the reader may well have it (RFC 1047). */
async function openBreakingRelay(): Promise<{ url: string; deliveries(): number; close(): void }> {
  let deliveries = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 relay\r\n');
    socket.on('data', (data) => {
      const said = data.toString('latin1');
      if (said.endsWith('\r\n.\r\n')) {
        deliveries += 1;
        socket.destroy();
      } else if (/^DATA/i.test(said)) socket.write('354 go on\r\n');
      else if (/^(EHLO|HELO|MAIL|RCPT)/i.test(said)) socket.write('250 ok\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, deliveries: () => deliveries, close: () => void server.close() };
}
const saying = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** 10,000 letters in the long run. */
const soak = process.env['SOAK'] === '1';

describe('a letter by SMTP', () => {
  it('arrives once, with its headers, parts and invitation', async () => {
    const { sink, mailer } = await pair();
    const ics = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    const sent = await mailer.send({
      ...letter,
      unsubscribe: { url: 'https://passerelle.example/fr/desabonnement/abc', mailto: addressOf('stop@passerelle.example') },
      headers: { 'X-Passerelle-Partnership': 'villeneuve-tiznit' },
      attachments: [{ filename: 'seance.ics', contentType: 'text/calendar; method=REQUEST', content: ics }],
    });
    expect(sent).toEqual({ outcome: 'SENT', smtpResponse: expect.stringMatching(/^250/) });
    expect(sink.received).toHaveLength(1);
    const { mailFrom, rcptTo, raw } = sink.received[0]!;
    expect([mailFrom, rcptTo]).toEqual(['ne-pas-repondre@passerelle.example', ['president@tiznit.example']]);
    const read = await PostalMime.parse(raw);
    const header = (key: string) => read.headers.find((one) => one.key === key)?.value;
    expect(read.subject).toBe(letter.subject);
    expect(read.messageId).toBe('<reminder-1.a@passerelle.example>');
    expect(read.to).toEqual([{ name: 'Présidence du conseil', address: 'president@tiznit.example' }]);
    expect([read.text?.trim(), read.html?.trim()]).toEqual([letter.text, letter.html]);
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('content-language')).toBe('ar');
    expect(header('list-unsubscribe')).toBe('<https://passerelle.example/fr/desabonnement/abc>, <mailto:stop@passerelle.example>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('x-passerelle-partnership')).toBe('villeneuve-tiznit');
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    expect(read.attachments.map(({ filename }) => filename)).toContain('seance.ics');
  });

  it.each([true, undefined])('with forty before it overtakes those that wait for the relay when it is urgent, and only then (%s)', async (urgent) => {
    const { sink, mailer } = await pair();
    const before = Array.from({ length: 40 }, (_, number) => mailer.send({ ...letter, messageId: `reminder-${number}@passerelle.example` }));
    await Promise.all([...before, mailer.send({ ...letter, messageId: 'code@passerelle.example', ...(urgent && { urgent }) })]);
    const place = sink.received.findIndex(({ raw }) => raw.includes('<code@passerelle.example>'));
    expect(place < 12).toBe(urgent === true);
    expect(sink.received).toHaveLength(41);
  });

  it('that leads to a page of choices never pretends to one click', async () => {
    const { sink, mailer } = await pair();
    await mailer.send({ ...letter, unsubscribe: { url: 'https://passerelle.example/my-data#reminders', isPage: true } });
    const { headers } = await PostalMime.parse(sink.received[0]!.raw);
    expect(headers.filter(({ key }) => key.startsWith('list-unsubscribe')).map(({ value }) => value)).toEqual(['<https://passerelle.example/my-data#reminders>']);
  });

  it('is refused for good on a 5xx about the recipient or the content', async () => {
    const unknown = await pair({ onRcptTo: (_address, _session, done) => done(saying(550, 'no such mailbox')) });
    expect(await unknown.mailer.send(letter)).toEqual({ outcome: 'REFUSED', permanent: true, reason: expect.stringMatching(/550 no such mailbox/) });
    const tooBig = await pair({ onData: (stream, _session, done) => { stream.resume(); stream.on('end', () => done(saying(552, 'too big'))); } });
    expect(await tooBig.mailer.send(letter)).toMatchObject({ outcome: 'REFUSED', reason: expect.stringMatching(/552/) });
  });

  it('is to be tried again on a 4xx, and on a 5xx that speaks of us', async () => {
    const busy = await pair({ onRcptTo: (_address, _session, done) => done(saying(450, 'greylisted')) });
    expect(await busy.mailer.send(letter)).toEqual({ outcome: 'RETRY', reason: expect.stringMatching(/450/) });
    const sender = await pair({ onMailFrom: (_address, _session, done) => done(saying(550, 'sender not allowed')) });
    expect(await sender.mailer.send(letter)).toMatchObject({ outcome: 'RETRY', reason: expect.stringMatching(/550/) });
    const closed = await pair({ onConnect: (_session, done) => done(saying(554, 'go away')) });
    expect(await closed.mailer.send(letter)).toMatchObject({ outcome: 'RETRY' });
    const password = await pair({ authOptional: false, onAuth: (_auth, _session, done) => done(saying(535, 'wrong password')) });
    const url = password.sink.url.replace('//', '//user:wrong@');
    const mailer = new SmtpMailer({ url });
    mailers.push(mailer);
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'RETRY', reason: expect.stringMatching(/535/) });
  });

  it('is to be tried again when nobody listens, when the relay falls silent, and when the line breaks after the last byte, without a second attempt of its own', async () => {
    const gone = await SmtpSink.open();
    const mailer = new SmtpMailer({ url: gone.url });
    mailers.push(mailer);
    await gone.close();
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'RETRY' });
    const silent = await pair({ onRcptTo: () => undefined }, 300);
    expect(await silent.mailer.send(letter)).toMatchObject({ outcome: 'RETRY', reason: expect.stringMatching(/TIMEDOUT|ECONNECTION/) });
    const breaking = await openBreakingRelay();
    const other = new SmtpMailer({ url: breaking.url });
    mailers.push(other);
    expect(await other.send(letter)).toMatchObject({ outcome: 'RETRY', reason: expect.stringMatching(/ECONNECTION|ESOCKET/) });
    await pause(1_500);
    expect(breaking.deliveries()).toBe(1);
    breaking.close();
  });

  it('does not leave when something in it could be read as something else', async () => {
    const { sink, mailer } = await pair();
    const twisted = 'Maire <president@tiznit.example>, x@evil.example' as MailAddress;
    const wrongs: Partial<Letter>[] = [
      { to: { address: twisted } },
      { from: { address: 'grp: a@b.example, c@d.example;' as MailAddress } },
      { messageId: 'a@b>\r\nBcc: x@evil.example' },
      { subject: '\r\n' },
      { unsubscribe: { url: 'https://a.example/>,<https://evil.example/' } },
      { headers: { Bcc: 'x@evil.example' } },
      { headers: { 'X-A': 'a\r\nBcc: x@evil.example' } },
      { attachments: [{ filename: '../a.ics', contentType: 'text/plain', content: '' }] },
      { attachments: [{ filename: 'a.ics', contentType: 'text/plain\r\nBcc: x@evil.example', content: '' }] },
    ];
    for (const wrong of wrongs) expect(await mailer.send({ ...letter, ...wrong })).toMatchObject({ outcome: 'REFUSED', reason: expect.stringMatching(/^not sent/) });
    expect(sink.rcptCommands).toEqual([]);
  });
});

describe('ten thousand hostile letters', () => {
  const nasty = fc.constantFrom('\r\nBcc: x@evil.example\r\n', '\n', '\r', '\0', '\t', ' <x@evil.example>, ', '"', '\\', ',', ';', ':', '<', '>', '(', ')', '=?UTF-8?B?eEBldmls?=', '\u202e', '\u2066', '\u2028', 'grp: a@evil.example;', 'ⵜⵉⵣⵏⵉⵜ', 'تيزنيت', 'é', '\ud800', '😀');
  const free = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 12 })), { minLength: 0, maxLength: 6 }).map((parts) => parts.join(''));
  const legal = fc.tuple(fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}){0,2}$/), fc.domain({ size: 'small' })).map(([local, domain]) => `${local}@${domain}`);
  const address = fc.oneof({ weight: 3, arbitrary: legal }, { weight: 1, arbitrary: fc.emailAddress() }, { weight: 1, arbitrary: free }, { weight: 1, arbitrary: fc.tuple(legal, nasty, legal).map((parts) => parts.join('')) });
  const hostile = fc.record({ address, toName: free, fromName: free, subject: free.map((text) => `s${text}`) });
  const expected = ['auto-submitted', 'content-language', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];

  it('reach exactly the address asked, with no header more', async () => {
    const { sink, mailer } = await pair();
    let generated = 0;
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 50, maxLength: 50 }), async (batch) => {
        sink.received.length = sink.rcptCommands.length = 0;
        const asked = new Map<string, { address: string; subject: string }>();
        const outcomes = batch.map(async ({ address: text, toName, fromName, subject }) => {
          const checkedAddress = parseMailAddress(text);
          const messageId = `m${(generated += 1)}@passerelle.example`;
          if (checkedAddress.refused) {
            const forced = await mailer.send({ ...letter, messageId, to: { name: toName, address: text as MailAddress } });
            expect(forced.outcome).toBe('REFUSED');
            return;
          }
          asked.set(messageId, { address: checkedAddress.value, subject });
          expect(await mailer.send({ ...letter, messageId, subject, from: { ...letter.from, name: fromName }, to: { name: toName, address: checkedAddress.value } })).toMatchObject({ outcome: 'SENT' });
        });
        await Promise.all(outcomes);
        expect(sink.received).toHaveLength(asked.size);
        for (const { rcptTo, raw } of sink.received) {
          expect(headerNamesOf(raw).sort()).toEqual(expected);
          const read = await PostalMime.parse(raw);
          const one = asked.get(read.messageId!.slice(1, -1))!;
          expect(rcptTo).toEqual([one.address]);
          expect(read.to?.map((to) => to.address)).toEqual([one.address]);
          expect(onOneLine(read.subject ?? '').replace(/\s/g, '')).toBe(onOneLine(one.subject).replace(/\s/g, ''));
        }
        expect(sink.rcptCommands).toHaveLength(asked.size);
        sent += asked.size;
      }),
      { numRuns: soak ? 200 : 40, endOnFailure: true },
    );
    expect(generated).toBeGreaterThanOrEqual(soak ? 10_000 : 2_000);
    expect(sent).toBeGreaterThan(soak ? 4_000 : 800);
  });
});
