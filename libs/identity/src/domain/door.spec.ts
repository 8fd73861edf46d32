import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './device.js';
import { networkOf } from './network.js';
import { isSameAct, keysThatSign, signsAfter, statementOfAct } from './passkey.js';
import { isSessionLive, isSightingDue, usualSessionLimits } from './session.js';
import { mayAskCode, signInCodeLimits } from './sign-in-code.js';

const day = 86_400_000;
const now = new Date('2026-11-22T09:00:00Z');
const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
const codeOf = (answer: { refused: boolean; code?: string }): string => (answer.refused ? (answer.code ?? '') : 'ACCEPTED');

describe('a session', () => {
  const age = (idle: number, left: number) => ({ lastSeenAt: before(idle), expiresAt: new Date(now.getTime() + left) });
  it('ends without a visit, and at its longest, each to the millisecond', () => {
    expect(isSessionLive(age(30 * day - 1, 1), usualSessionLimits, now)).toBe(true);
    expect(isSessionLive(age(30 * day, 1), usualSessionLimits, now)).toBe(false);
    expect(isSessionLive(age(0, 0), usualSessionLimits, now)).toBe(false);
    expect(isSessionLive(age(30 * 60_000, day), { idle: 30 * 60_000, longest: 12 * 3_600_000 }, now)).toBe(false);
  });

  it('is written down as seen once a minute at most', () => {
    expect(isSightingDue({ lastSeenAt: before(59_999), expiresAt: now }, now)).toBe(false);
    expect(isSightingDue({ lastSeenAt: before(60_000), expiresAt: now }, now)).toBe(true);
  });
});

describe('codes asked', () => {
  const asked = { addressAndOrigin: 0, address: 0, origin: 0 };
  it.each([
    [{}, 'ACCEPTED'],
    [{ addressAndOrigin: 4, address: 14, origin: 59 }, 'ACCEPTED'],
    [{ addressAndOrigin: 5, address: 5, origin: 5 }, 'SIGN_IN_CODE_TOO_MANY_ASKED'],
    [{ address: 15 }, 'SIGN_IN_CODE_TOO_MANY_ASKED'],
    [{ origin: 60 }, 'SIGN_IN_CODE_TOO_MANY_HERE'],
  ])('%j: %s', (counted, expected) => {
    expect(codeOf(mayAskCode({ ...asked, ...counted }))).toBe(expected);
  });

  it('leave a person room while a stranger asks for her address', () => {
    expect(signInCodeLimits.askedPerAddress).toBeGreaterThan(signInCodeLimits.askedPerQuarter);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15', 'Safari', 'Mac'],
    ['curl/8.0', null, null],
    ['', null, null],
  ])('%s', (userAgent, browser, platform) => {
    expect(deviceOf(userAgent)).toEqual({ browser, platform });
  });
});

describe('a key and the act it answers for', () => {
  const act = { kind: 'signMinutes', subjectId: 'a', version: 1, contentHash: 'h' };
  it('is for that act and no other: kind, document, version, text', () => {
    const statement = statementOfAct(act, { personId: 'p', nonce: 'n' });
    expect(isSameAct(statement, act)).toBe(true);
    for (const other of [{ kind: 'x' }, { subjectId: 'b' }, { version: 2 }, { contentHash: 'g' }]) expect(isSameAct(statement, { ...act, ...other })).toBe(false);
  });

  it('signs at once when its owner added it, 72 hours later when a recovery did', () => {
    const recovered = { signsAfter: signsAfter(before(72 * 3_600_000 - 1), 'RECOVERY') };
    expect(codeOf(keysThatSign([recovered], now))).toBe('PASSKEY_NOT_YET');
    expect(codeOf(keysThatSign([{ signsAfter: signsAfter(before(72 * 3_600_000), 'RECOVERY') }], now))).toBe('ACCEPTED');
    const own = { signsAfter: signsAfter(now, 'SESSION') };
    expect(keysThatSign([recovered, own], now)).toEqual({ refused: false, value: [own] });
    expect(codeOf(keysThatSign([], now))).toBe('PASSKEY_NONE');
  });
});
