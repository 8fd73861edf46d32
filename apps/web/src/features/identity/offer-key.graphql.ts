import { redirect, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import { withWayBack } from '../../base/way-back.ts';

/** Where a key is offered, once, after a sign-in by code. */
export const offerPath = '/sign-in/faster';

/** Remembered by this browser only: the person was asked and said no. Half a year. */
const refusedCookie = 'passerelle-no-key';
const halfYear = 15_552_000;

/** Back where the link pointed, and not asked again for half a year. */
export const refuseOffer = (next: string): Response =>
  redirect(next, { status: 303, headers: { 'set-cookie': `${refusedCookie}=1; Path=/sign-in; Max-Age=${halfYear}; HttpOnly; SameSite=Lax` } });

/** Is there anything to offer? Not to who has a key, has said no in this browser, or is not signed in. */
export async function isOfferDue(args: LoaderFunctionArgs): Promise<boolean> {
  if (args.request.headers.get('cookie')?.includes(`${refusedCookie}=1`)) return false;
  const { viewer } = await ask<{ viewer: object | null }>(args, 'query Viewer { viewer { person { id } } }');
  if (!viewer) return false;
  const { myDevices } = await ask<{ myDevices: { passkeys: readonly object[]; mayChangeKeys: boolean } }>(args, 'query Keys { myDevices { mayChangeKeys passkeys { id } } }');
  return myDevices.mayChangeKeys && myDevices.passkeys.length === 0;
}

/** Where to go after the code: past the offer when the page's script says that the device can hold a key. */
export const afterCode = (next: string, keysHere: boolean): string => (keysHere ? withWayBack(offerPath, next) : next);
