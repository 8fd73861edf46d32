import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { checkSmtp, smtpTroubleOf } from './smtp-check.js';
import { SmtpSink } from './smtp-sink.contract.js';

const open: { close(): unknown }[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

async function sinkWith(behave: Parameters<typeof SmtpSink.open>[0] = {}): Promise<SmtpSink> {
  const sink = await SmtpSink.open(behave);
  open.push(sink);
  return sink;
}
async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return (server.address() as { port: number }).port;
}

describe('the check of a relay', () => {
  it('greets and signs in, and sends nothing', async () => {
    const sink = await sinkWith({ authOptional: false, allowInsecureAuth: true, onAuth: ({ username, password }, _session, done) => done(username === 'ville' && password === 'mot#de passe' ? null : new Error('no'), { user: 'ville' }) });
    expect(await checkSmtp(sink.url.replace('//', `//ville:${encodeURIComponent('mot#de passe')}@`))).toBeNull();
    expect(sink.received).toEqual([]);
  });

  it('tells a wrong password from a closed port, a silent host and an unknown name', async () => {
    const sink = await sinkWith({ authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(new Error('535 wrong')) });
    expect(await checkSmtp(sink.url.replace('//', '//ville:faux@'))).toMatchObject({ trouble: 'SIGN_IN_REFUSED' });
    expect(await checkSmtp('smtp://127.0.0.1:9')).toMatchObject({ trouble: 'NOBODY_LISTENS' });
    const mute = createServer((socket) => void socket.on('error', () => undefined));
    expect(await checkSmtp(`smtp://127.0.0.1:${await portOf(mute)}`, 300)).toMatchObject({ trouble: 'SILENT' });
    expect(await checkSmtp('smtp://relais.invalid:25', 3_000)).toMatchObject({ trouble: 'HOST_UNKNOWN' });
  });

  it('tells TLS asked of a plain relay, and a certificate nobody vouches for', async () => {
    const plain = createServer((socket) => void socket.on('error', () => undefined).write('220 plain\r\n'));
    expect(await checkSmtp(`smtps://127.0.0.1:${await portOf(plain)}`, 2_000)).toMatchObject({ trouble: 'TLS_WANTED' });
    // The library's own self-signed certificate.
    const own = new SMTPServer({ secure: true, logger: false, authOptional: true });
    own.on('error', () => undefined);
    await new Promise<void>((resolve) => void own.listen(0, '127.0.0.1', resolve));
    open.push({ close: () => new Promise<void>((resolve) => own.close(() => resolve())) });
    expect(await checkSmtp(`smtps://127.0.0.1:${(own.server.address() as { port: number }).port}`)).toMatchObject({ trouble: 'CERTIFICATE' });
  });

  it('repeats the relay’s words on one line, without what moves a terminal', async () => {
    const rude = createServer((socket) => void socket.on('error', () => undefined).write('554 \u001b[2Jno\r\n'));
    const answer = await checkSmtp(`smtp://127.0.0.1:${await portOf(rude)}`, 2_000);
    expect(answer).toMatchObject({ trouble: 'OTHER' });
    expect(answer?.said).not.toMatch(/[\u0000-\u001f]/u);
  });

  it('names a relay that wants TLS before anything', () => {
    expect(smtpTroubleOf({ message: 'x', responseCode: 530, response: '530 Must issue a STARTTLS command first' })).toBe('TLS_WANTED');
  });
});
