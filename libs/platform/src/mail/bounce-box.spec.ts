import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missingOracle } from '../../../../test/oracle.js';
import { deliveryReport } from './bounce.contract.js';
import { ImapBounceBox } from './bounce-box.js';
import type { Bounce } from './bounce.js';
import { hasImapServer, ImapServer } from './imap-server.contract.js';

const here = hasImapServer();
if (!here) missingOracle('Dovecot (the mailbox of returned letters)');

const report = (name: string): Buffer => deliveryReport({ messageId: `${name}@cooperation.example` });

/** What one reading hands on. */
async function heardFrom(box: ImapBounceBox): Promise<string[]> {
  const heard: Bounce[] = [];
  await box.read(async (bounce) => void heard.push(bounce));
  return heard.map(({ messageId }) => messageId.split('@')[0] ?? '');
}

(here ? describe : describe.skip)('the mailbox of returned letters, on a real IMAP server', () => {
  let server: ImapServer;
  beforeAll(async () => {
    server = await ImapServer.open();
  });
  afterAll(() => server.close());

  it('hands on each report once, and marks whatever it read as seen', async () => {
    server.receive('1', report('first'));
    server.receive('2', Buffer.from('Subject: Bonjour\r\n\r\nMerci de votre courriel.'));
    server.receive('3', report('second'));
    const box = new ImapBounceBox(server.url());
    expect((await heardFrom(box)).sort()).toEqual(['first', 'second']);
    expect(await heardFrom(box)).toEqual([]);
    expect(server.seen).toBe(3);
  });

  it('hands on again what was not taken', async () => {
    server.receive('4', report('third'));
    const box = new ImapBounceBox(server.url());
    await expect(box.read(() => Promise.reject(new Error('the database does not answer')))).rejects.toThrow('the database does not answer');
    expect(await heardFrom(box)).toEqual(['third']);
  });

  it('greets without reading, and says a wrong password', async () => {
    server.receive('5', report('fourth'));
    await new ImapBounceBox(server.url()).greet();
    await expect(new ImapBounceBox(server.url('another')).greet()).rejects.toThrow();
    expect(await heardFrom(new ImapBounceBox(server.url()))).toEqual(['fourth']);
  });

  it('throws when nobody answers there', async () => {
    await expect(new ImapBounceBox('imap://a:b@127.0.0.1:1').greet()).rejects.toThrow();
  });
});
