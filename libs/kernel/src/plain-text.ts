/**
 * What no text of ours carries: C0 and C1 controls but tab and line ends, the marks that reorder what follows them
 * (UAX #9 embeddings, overrides, isolates), and invisible tag characters. LRM, RLM and the joiners stay: Arabic and Persian write with them.
 */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** A text as it may be kept: well-formed, NFC, without controls, reordering marks or invisible tags (threats X and Y). Lines and outer spaces stay. */
export function plainText(raw: string): string {
  return raw.toWellFormed().replace(unwanted, '').normalize('NFC');
}
