import { readFileSync } from 'node:fs';
import { type Answer, canonicalJson, type Json } from '#kernel';
import { type Press, qrSvg } from '#platform';
import type { MinutesDecision, MinutesDocument, PublicCopy, SignedMinutes } from './minutes.facts.js';
import { minutesMark, verificationAddress } from '../domain/verification.js';
import { extractPage } from './extract.page.js';
import { minutesPage, publicCopyPage, signedMinutesPage } from './minutes.page.js';
import type { OfficialPage } from './page.js';
import { type PrintedLanguage, Speaker } from './speaker.js';

const template = readFileSync(new URL('./official-page.typ', import.meta.url), 'utf8');

interface Edition {
  readonly minutes: Pick<MinutesDocument, 'number' | 'verificationUrl' | 'contentHash'>;
  readonly page: OfficialPage;
  readonly facts: Json;
  readonly date: string;
  readonly standard: 'a-3a' | 'ua-1';
}

/**
 * The procès-verbal as it is frozen at FINAL: PDF/A-3a, signature boxes empty, the facts attached as canonical JSON.
 * Same document, same bytes. A draft (`number: null`) prints as « Projet », without boxes.
 * Refused as `Press` refuses: GLYPH_MISSING, DOCUMENT_TOO_LARGE, PRESS_MISSING.
 */
export function renderMinutes(press: Press, document: MinutesDocument, language: PrintedLanguage): Promise<Answer<Uint8Array>> {
  return print(press, editionOf(document, language));
}

/**
 * The sheet of signatures: what was decided, who signed which hash, where, when and how, and whether the PV is executory (Art. 5).
 * A signature on another hash than the frozen French PDF's counts as missing. Dated by the last signature.
 */
export function renderSignedMinutes(press: Press, signed: SignedMinutes, language: PrintedLanguage): Promise<Answer<Uint8Array>> {
  const date = signed.signatures.map(({ moment }) => moment.date).sort().at(-1) ?? signed.minutes.date;
  return print(press, { minutes: signed.minutes, page: signedMinutesPage(signed, new Speaker(language)), facts: signed, date, standard: 'a-3a' });
}

/** The public copy: adopted texts and offices alone, with the hashes that the signatories signed. Dated by the last signature. */
export function renderPublicCopy(press: Press, copy: PublicCopy, language: PrintedLanguage): Promise<Answer<Uint8Array>> {
  const date = copy.signatures.map(({ moment }) => moment.date).sort().at(-1) ?? copy.meeting.opened[0]?.date ?? '';
  return print(press, { minutes: copy, page: publicCopyPage(copy, new Speaker(language)), facts: copy, date, standard: 'a-3a' });
}

/** One decision of executory minutes, in French, which is authoritative. Dated by the last signature. */
export function renderExtract(press: Press, { signed, decision }: { signed: SignedMinutes; decision: MinutesDecision }, standard: 'a-3a' | 'ua-1' = 'a-3a'): Promise<Answer<Uint8Array>> {
  const { minutes, signatures, executoryAt } = signed;
  const { number, contentHash } = minutes;
  const date = signatures.map(({ moment }) => moment.date).sort().at(-1) ?? minutes.date;
  return print(press, { minutes, page: extractPage(signed, decision, new Speaker('fr')), facts: { number, contentHash, decision, signatures, executoryAt }, date, standard });
}

/** One language of a PV, ready for the press; `ua-1` lets the tests judge the same page by the accessibility standard. */
export const editionOf = (minutes: MinutesDocument, language: PrintedLanguage, standard: 'a-3a' | 'ua-1' = 'a-3a'): Edition => ({
  minutes,
  page: minutesPage(minutes, new Speaker(language)),
  facts: minutes,
  date: minutes.date,
  standard,
});

/** Prints one edition. */
export async function print(press: Press, { minutes, page, facts, date, standard }: Edition): Promise<Answer<Uint8Array>> {
  const name = `${(minutes.number ?? 'projet').toLowerCase()}.json`;
  const content = canonicalJson(facts);
  return press.render({
    template,
    data: page,
    date,
    standard,
    pictures: { 'qr.svg': await qrSvg(verificationAddress(minutes)) },
    keywords: minutes.contentHash === null ? [] : [minutesMark(minutes.contentHash)],
    attachments: [{ name, mimeType: 'application/json', description: `${page.title} ${page.number}`, relationship: 'source', content }],
  });
}
