import { describe, expect, it } from '@jest/globals';
import { parseMailAddress, type Letter, type MailAddress } from '#platform';
import { letterOf } from './letter.js';
import type { Mail } from './mail.js';

const addressed = (text: string): MailAddress => {
  const address = parseMailAddress(text);
  if (address.refused) throw new Error(text);
  return address.value;
};
const mail: Mail = { subject: 'Un rappel', draft: { preheader: 'Un rappel', blocks: [] } };
const reader = { personId: 'p', displayName: 'Présidence', mailAddress: 'presidence@ville.example', language: 'fr', zone: 'Europe/Paris' } as const;
const unsubscribe = (rule: string, clickToken?: string): Letter['unsubscribe'] =>
  letterOf(mail, { rule, clickToken, reader, messageId: 'm@passerelle.example', from: addressed('no-reply@passerelle.example'), publicUrl: 'https://passerelle.example' })?.unsubscribe;

describe('« se désabonner » of a letter', () => {
  it.each(['PLAN_J-30', 'ACTION_AGAIN', 'DIGEST'])('%s may be gathered: one click', (rule) => {
    expect(unsubscribe(rule, 'token')).toEqual({ url: 'https://passerelle.example/unsubscribe/token' });
  });

  it('a call to sign leads to the choice itself: no click gathers it; nor where links are not https', () => {
    const choice = { url: 'https://passerelle.example/my-data#reminders', isPage: true };
    expect([unsubscribe('MINUTES_P+7', 'token'), unsubscribe('MINUTES_AGAIN', 'token'), unsubscribe('PLAN_J-30')]).toEqual([choice, choice, choice]);
  });

  it('what is told at once has none', () => {
    expect([unsubscribe('CONVOCATION', 'token'), unsubscribe('SIGN_IN_CODE', 'token')]).toEqual([undefined, undefined]);
  });
});
