import { diffArrays } from 'diff';

/** A run of words that stayed, came, or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words of any script, white space, and every other sign alone: the same cut on the server and in the browser. */
const cut = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/** Beyond it two texts have so little in common that one is shown after the other. */
const mostEdits = 2_000;

const isGap = (piece: Piece | undefined): boolean => piece?.kind === 'same' && piece.text.trim() === '';

/** Changes that only white space keeps apart are one: « trois mots » for « deux autres mots » is not said in crumbs. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed) out.push({ kind: 'removed', text: removed });
    if (added) out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  pieces.forEach((piece, place) => {
    const next = pieces[place + 1];
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    else if (isGap(piece) && (removed || added) && next && next.kind !== 'same') {
      removed += piece.text;
      added += piece.text;
    } else {
      flush();
      out.push(piece);
    }
  });
  flush();
  return out.filter(({ kind, text }) => kind === 'same' || text.trim() !== '' || text.includes('\n'));
}

/** From one text to another, word by word. */
export function wordDifference(before: string, after: string): Piece[] {
  const changes = diffArrays(cut(before), cut(after), { maxEditLength: mostEdits });
  if (!changes) return [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
  return joined(changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })));
}
