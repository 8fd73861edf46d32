import { describe, expect, it } from '@jest/globals';
import { VersionedZones } from '#kernel';
import { parseMailAddress } from '#platform';
import { withNews } from './digest.mail.js';
import { letterOf } from './letter.js';
import type { Composition, MailLanguage } from './mail.js';
import { writeRow } from './row.mail.js';

const from = parseMailAddress('ne-pas-repondre@passerelle.example');
if (from.refused) throw new Error('no address');
const composition = (rule: string, language: MailLanguage): Composition => ({
  line: { rule, partnershipId: 'p', objectId: 'o', period: '1', personId: 'someone', sendAt: new Date(0), plannedAt: new Date(0), details: { year: 2027, day: '2026-10-17', name: 'Convention', path: '/plans/2027', source: { kind: 'PRODUCT_DEFAULT', reference: 'C2' } } },
  reader: { personId: 'someone', displayName: 'Quelqu’un', mailAddress: 'someone@town.example', language, zone: 'Europe/Paris' },
  tools: { url: (path) => `https://passerelle.example${path}`, day: (date) => date, today: '2026-09-17', machineNow: new Date(0), zones: new VersionedZones(), organizer: from.value, code: () => '' },
});
const written = (rule: string, language: MailLanguage) => ({ rule, mail: writeRow(composition(rule, language)) });

describe('a reminder that takes news along', () => {
  it.each([['fr', 'À savoir aussi'], ['ar', 'للعلم أيضاً']] as const)('keeps its own subject and its one button, and says the news under it (%s)', (language, besides) => {
    const [owed, news] = [written('SHEETS_J-105', language), written('TACIT_E', language)];
    const mail = withNews(composition('DIGEST', language), [news, owed]);
    expect([mail.subject, mail.draft.button]).toEqual([owed.mail.subject, owed.mail.draft.button]);
    const letter = letterOf(mail, { messageId: 'm', from: from.value, publicUrl: 'https://passerelle.example', reader: composition('DIGEST', language).reader, rule: 'DIGEST' })!;
    const [first, second] = letter.text.split(besides);
    const body = news.mail.draft.preheader;
    expect(first).not.toContain(body);
    expect(second).toContain(body);
  });
});
