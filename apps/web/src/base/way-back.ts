/** Where a person without session is sent; the page comes back afterwards (`?next=`). */
export const signInPath = '/sign-in';

/** An address nobody has: a path that leaves it leads to another site. */
const nowhere = 'http://house.invalid';

/**
 * Where a link asks to come back to after signing in: a path inside this site, or `/` for anything else. Another site hides
 * behind `//`, a backslash or `/..//`: the browser's own reading of the address decides.
 */
export function wayBack(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, nowhere)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, nowhere);
  const leadsOut = origin !== nowhere || pathname.startsWith('//');
  return leadsOut || pathname.startsWith(signInPath) ? '/' : pathname + search + hash;
}

/** `/sign-in?next=…`: an address that remembers where to come back to. */
export const withWayBack = (path: string, next: string): string => (next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`);
