import { SaxesParser } from 'saxes';

/** One element as it opens; names without their prefix, attributes likewise. */
export interface Opened {
  readonly name: string;
  attribute(name: string): string;
}

/** What a reader of parts listens to. */
export interface Listener {
  open(element: Opened): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Elements within elements: an office file has some thirty. */
const deepest = 256;
const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part from its first element to its last. Nothing is ever fetched or expanded: a document type, whose entities may
 * name files (XXE) or multiply without end, is refused whole. @returns false when the part is not well-formed or too deep
 */
export function readXml(text: string, listener: Listener): boolean {
  if (/<!DOCTYPE/i.test(text)) return false;
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if ((depth += 1) > deepest) throw new RangeError('too deep');
    const known = Object.entries(attributes).map(([key, value]): [string, string] => [plain(key), String(value)]);
    listener.open({ name: plain(name), attribute: (wanted) => known.find(([key]) => key === wanted)?.[1] ?? '' });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close(plain(name));
  });
  parser.on('text', (words) => listener.text?.(words));
  parser.on('cdata', (words) => listener.text?.(words));
  try {
    parser.write(text.replace(/^\ufeff/, '')).close();
    return true;
  } catch {
    return false;
  }
}
