import type { PasskeySite } from '#identity';

/** Keys are made for the host of the public address and serve at that very origin: a change of host ends them all (documents.md). */
export function passkeySiteOf(publicUrl: string): PasskeySite {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin, name: 'Passerelle' };
}
