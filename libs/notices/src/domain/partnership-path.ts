/** A path of the web that says of which partnership it speaks: whoever sits in several is led to the right one, whichever her device showed last. */
export function inPartnership(path: string, partnershipId: string | null): string {
  if (partnershipId === null) return path;
  const [address = '', anchor] = path.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}partnership=${partnershipId}${anchor === undefined ? '' : `#${anchor}`}`;
}
