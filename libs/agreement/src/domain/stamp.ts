import { isCivilDate, type CivilDate } from '#kernel';
import { parseActId, type ActIdWarning, type LegalActId } from './legal-act.js';

/** What the stamps of a transmitted act say, read from the pasted text of its pages. */
export interface StampReading {
  /** The identifier most pages agree on; `null` when none could be read. */
  readonly id: LegalActId | null;
  readonly warnings: readonly ActIdWarning[];
  readonly sentOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly publishedOn: CivilDate | null;
  /** « Publié le » is printed and left blank: the act was not published when it was stamped. */
  readonly publicationLeftBlank: boolean;
  /** What stands where an identifier should and is none: a page damaged by a scan. */
  readonly unreadable: readonly string[];
}

const frenchDate = String.raw`(\d{2})/(\d{2})/(\d{4})`;
const sent = new RegExp(String.raw`(?:Envoyé en préfecture le|Date de télétransmission\s*:)\s*${frenchDate}`, 'iu');
const received = new RegExp(String.raw`(?:Reçu en préfecture le|Date de réception préfecture\s*:)\s*${frenchDate}`, 'iu');
const published = new RegExp(String.raw`Publié le[ \t]*${frenchDate}`, 'iu');
const publication = /Publié le/iu;
/** Where an identifier is printed: after « ID : », or on the line under « Accusé de réception en préfecture ». */
const identifiers = /(?:ID\s*:[ \t]*|Accusé de réception en préfecture\s+)([^\s*]+)/giu;

function dateAfter(text: string, label: RegExp): CivilDate | null {
  const found = label.exec(text);
  const said = found ? `${found[3]}-${found[2]}-${found[1]}` : '';
  return isCivilDate(said) ? said : null;
}

/** The reading most pages share; the first of them when they are even. */
function mostFrequent<T extends { id: LegalActId }>(readings: readonly T[]): T | undefined {
  const times = (reading: T): number => readings.filter(({ id }) => id.text === reading.id.text).length;
  return [...readings].sort((a, b) => times(b) - times(a))[0];
}

/** Reads both stamp layouts in use: « Accusé de réception en préfecture … » and « Envoyé en préfecture le … / ID : … ». */
export function readStamps(pasted: string): StampReading {
  const text = pasted.normalize('NFC');
  const printed = [...text.matchAll(identifiers)].map(([, identifier = '']) => identifier);
  const readings = printed.flatMap((identifier) => {
    const read = parseActId(identifier);
    return read.refused ? [] : [read.value];
  });
  const chosen = mostFrequent(readings);
  const publishedOn = dateAfter(text, published);
  return {
    id: chosen?.id ?? null,
    warnings: chosen?.warnings ?? [],
    sentOn: dateAfter(text, sent),
    receivedOn: dateAfter(text, received),
    publishedOn,
    publicationLeftBlank: publishedOn === null && publication.test(text),
    unreadable: [...new Set(printed.filter((identifier) => /\d/.test(identifier) && parseActId(identifier).refused))],
  };
}
