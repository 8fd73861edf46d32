import type { Language } from '#kernel';
import type { Theme } from '../../../web/src/base/load-context.js';

/** Languages that have every sentence; a page never says it is in another one. */
const pageLanguages: readonly Language[] = ['fr', 'ar'];
const themes = ['light', 'dark'] as const;
/** Seconds that a choice of language or theme is remembered by a device: one year. */
const remembered = 31_536_000;

/** What is known of a reader before the page is made. */
export interface Reader {
  /** Path and query, as requested. */
  readonly url: URL;
  readonly cookies: string | undefined;
  readonly acceptLanguage: string | undefined;
  /** The language of the person's profile, when she is signed in. */
  readonly profile: Language | undefined;
}

/** How the page is made, and the cookies that remember an explicit choice. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** The partnership last chosen on this device; whether the reader sits in it is for each page to see. */
  readonly partnership: string | undefined;
  readonly remember: readonly string[];
}

/** The value of a cookie in a `Cookie` header. */
export function cookie(header: string | undefined, name: string): string | undefined {
  const found = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const spoken = (value: string | null | undefined): Language | undefined => pageLanguages.find((language) => language === value);

/** The first language of an `Accept-Language` header that we speak, by its weights. */
function accepted(header: string | undefined): Language | undefined {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...rest] = wish.trim().split(';');
    const weight = rest.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find(Boolean);
    return { language: spoken(tag.split('-')[0]?.toLowerCase()), weight: Number(weight ?? 1) };
  });
  return wishes.filter(({ language, weight }) => language && weight > 0).sort((one, other) => other.weight - one.weight)[0]?.language;
}

/** An explicit `?lang=`, `?theme=`, `?partnership=` first, then this device's earlier choice, the profile, the device's own languages, French. */
export function preferencesOf({ url, cookies, acceptLanguage, profile }: Reader, secure: boolean): Preferences {
  const asked = spoken(url.searchParams.get('lang'));
  const askedTheme = url.searchParams.get('theme');
  const keptTheme = askedTheme ?? cookie(cookies, 'theme');
  const askedPartnership = url.searchParams.get('partnership') ?? '';
  const partnership = [askedPartnership, cookie(cookies, 'partnership') ?? ''].find((id) => uuid.test(id));
  const keep = (name: string, value: string): string => `${name}=${value}; Path=/; Max-Age=${remembered}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
  const remember: string[] = [];
  if (asked) remember.push(keep('lang', asked));
  if (askedTheme === 'auto' || themes.some((theme) => theme === askedTheme)) remember.push(keep('theme', askedTheme as string));
  if (uuid.test(askedPartnership)) remember.push(keep('partnership', askedPartnership));
  return {
    partnership,
    language: asked ?? spoken(cookie(cookies, 'lang')) ?? spoken(profile) ?? accepted(acceptLanguage) ?? 'fr',
    theme: themes.find((theme) => theme === keptTheme),
    remember,
  };
}
