import { describe, expect, it } from '@jest/globals';
import { preferencesOf, type Reader } from './preferences.js';
import { comesFromUs } from './security.js';

const reader = (parts: Partial<Reader> = {}): Reader => ({ url: new URL('http://localhost/'), cookies: undefined, acceptLanguage: undefined, profile: undefined, ...parts });
const language = (parts: Partial<Reader>): string => preferencesOf(reader(parts), false).language;

describe('the language of a page', () => {
  it('is the one asked for, else remembered, else the profile’s, else the device’s, else French', () => {
    const all = { url: new URL('http://localhost/?lang=ar'), cookies: 'a=1; lang=fr', acceptLanguage: 'fr', profile: 'fr' } as const;
    expect(language(all)).toBe('ar');
    expect(language({ ...all, url: new URL('http://localhost/') })).toBe('fr');
    expect(language({ profile: 'ar', acceptLanguage: 'fr' })).toBe('ar');
    expect(language({ acceptLanguage: 'en-GB,en;q=0.9,fr;q=0.4,ar-MA;q=0.8' })).toBe('ar');
    expect(language({ acceptLanguage: 'fr;q=0.5, ar;q=0' })).toBe('fr');
    expect(language({})).toBe('fr');
  });

  it('is never one that has no sentences', () => {
    expect(language({ url: new URL('http://localhost/?lang=zgh'), profile: 'zgh', acceptLanguage: 'en' })).toBe('fr');
    expect(language({ url: new URL('http://localhost/?lang=%0d%0aset-cookie:x') })).toBe('fr');
  });

  it('is remembered only when somebody chose it', () => {
    expect(preferencesOf(reader({ acceptLanguage: 'ar' }), false).remember).toEqual([]);
    expect(preferencesOf(reader({ url: new URL('http://localhost/?theme=dark;x') }), false)).toMatchObject({ theme: undefined, remember: [] });
    expect(preferencesOf(reader({ cookies: 'theme=dark' }), false).theme).toBe('dark');
    expect(preferencesOf(reader({ cookies: 'theme=dark', url: new URL('http://localhost/?theme=auto') }), false)).toMatchObject({ theme: undefined, remember: [expect.stringContaining('theme=auto')] });
  });
});

describe('the partnership of a page', () => {
  const id = '0193a1b2-0000-7000-8000-00000000000a';
  it('is the one asked for, remembered by the device, else the one it remembers', () => {
    expect(preferencesOf(reader({ url: new URL(`http://localhost/?partnership=${id}`) }), false)).toMatchObject({ partnership: id, remember: [expect.stringContaining(`partnership=${id};`)] });
    expect(preferencesOf(reader({ cookies: `partnership=${id}` }), false)).toMatchObject({ partnership: id, remember: [] });
  });

  it('is nothing when what is asked for cannot be one', () => {
    expect(preferencesOf(reader({ url: new URL('http://localhost/?partnership=%0d%0aset-cookie:x'), cookies: 'partnership=x' }), false)).toMatchObject({ partnership: undefined, remember: [] });
  });
});

describe('where a request comes from', () => {
  const from = (origin: string | undefined, site: string | undefined, method = 'POST'): boolean => comesFromUs({ method, origin, site }, 'https://a.example');
  it('must be proved by everything that changes something', () => {
    expect(from('https://a.example', 'same-origin')).toBe(true);
    expect(from('https://a.example', undefined)).toBe(true);
    expect(from('https://a.example', 'cross-site')).toBe(false);
    expect(from('https://b.example', 'same-origin')).toBe(false);
    expect(from('http://a.example', undefined)).toBe(false);
    expect(from(undefined, 'none')).toBe(false);
    expect(from(undefined, undefined)).toBe(false);
    expect(from(undefined, undefined, 'GET')).toBe(true);
  });
});
