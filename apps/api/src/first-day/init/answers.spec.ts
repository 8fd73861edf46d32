import { describe, expect, it } from '@jest/globals';
import { gather, wordsOf } from './answers.js';
import { judgeCode } from './judge-code.js';
import type { Pending } from './kept-files.js';

/** A person who types these lines in turn; what was asked and said to her. */
function person(lines: readonly string[]) {
  const left = [...lines];
  const heard: string[] = [];
  return { heard, left, ask: async (prompt: string) => (heard.push(prompt), left.shift() ?? ''), say: (sentence: string) => void heard.push(sentence) };
}

describe('the questions of init', () => {
  it('are asked one by one, again while the answer is wrong, with their defaults on Enter', async () => {
    const typing = person(['http://ville.example', 'https://coop.ville.example', 'smtp://relais.ville.example:25', '', '', 'Amina Benali', 'pas une adresse', 'amina@ville.example', '', '', '', '', '', '', '', '']);
    const answer = await gather(wordsOf([]), {}, typing);
    expect(answer).toMatchObject({ answers: { PUBLIC_URL: 'https://coop.ville.example', MAIL_FROM: 'passerelle@coop.ville.example', ADMIN_NAME: 'Amina Benali', ADMIN_MAIL: 'amina@ville.example', DATA_DIR: 'instance', PORT: '3000', TRUST_PROXY: 'loopback', PUBLISHER: '' } });
    expect(typing.heard.join('\n')).toContain('doit être en https');
    expect(typing.heard.join('\n')).toContain('Une réponse est nécessaire');
    expect(typing.left).toEqual([]);
  });

  it('are not asked for what the command line or the environment says', async () => {
    const typing = person(['Amina Benali', 'amina@ville.example']);
    const answer = await gather(wordsOf(['--yes', '--public-url=https://coop.ville.example']), { SMTP_URL: 'smtp://relais:25', ADMIN_NAME: 'not from there' }, typing);
    expect(answer).toMatchObject({ answers: { SMTP_URL: 'smtp://relais:25', ADMIN_NAME: 'Amina Benali' } });
    expect(typing.heard).toHaveLength(2);
  });

  it('take an option with an equals sign in its value', () => {
    expect(wordsOf(['--smtp-url=smtp://a:b=c@d', '--code', '12']).answers).toEqual({ SMTP_URL: 'smtp://a:b=c@d' });
    expect(wordsOf(['oops']).unknown).toEqual(['oops']);
  });

  it.each([['--publisher', 'Ville\nDEMO=1'], ['--data-dir', '.data'], ['--mail-from', 'a@b.example, c@d.example'], ['--admin-name', 'Amina \u202eBenali']])('refuse %s when its value could do harm', async (option, value) => {
    const answer = await gather(wordsOf(['--yes', '--public-url', 'https://c.example', '--smtp-url', 'smtp://r', '--admin-name', 'Amina', '--admin-mail', 'a@ville.example', option, value]), {}, null);
    expect('problems' in answer && answer.problems).toEqual([expect.stringContaining(option)]);
  });
});

describe('the code', () => {
  const pending: Pending = { answers: {}, secret: 's', codeId: 'c', sentAt: '2026-11-22T09:00:00Z', tries: 0, confirmed: false };
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 9, minutes));
  const judge = (code: string, minutes = 1, tries = 0) => judgeCode({ ...pending, tries }, { code, expected: '123456', now: at(minutes) });

  it('is good typed with spaces, for thirty minutes, five times', () => {
    expect(judge(' 123 456 ')).toEqual({ pending: { ...pending, tries: 1, confirmed: true }, problem: null });
    expect(judge('123456', 30).problem).toBeNull();
    expect(judge('123456', 31)).toMatchObject({ pending: { confirmed: false }, problem: expect.stringContaining('30 minutes') });
    expect(judge('123456', 1, 5)).toMatchObject({ pending: { confirmed: false }, problem: expect.stringContaining('5 fois') });
    expect(judge('123457')).toMatchObject({ pending: { tries: 1, confirmed: false } });
    expect(judge('123456', -1)).toMatchObject({ pending: { confirmed: false } });
  });
});
