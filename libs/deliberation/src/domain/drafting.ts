import { accepted, type CivilDate, type Language } from '#kernel';
import { told, type DeliberationFact, type ReplacedBecause } from './facts.js';
import { isBlank } from './meeting.js';
import { aboutMinutes, minutesMayBecome, type DecidedMinutes, type Minutes } from './minutes.js';
import type { ProseSection } from './minutes-content.js';
import { languageNotAllowed, minutesAlreadySigned, minutesAreExecutory, minutesStateForbids, reasonRequired } from './refusals.js';
import type { CommitteeRules } from './rules.js';

/** New words for one section in one language. */
export interface EditProse {
  readonly language: Language;
  readonly section: ProseSection;
  readonly text: string;
  readonly at: Date;
}

/**
 * Writes a section. On a final or partly signed PV any real change opens version n+1 as a draft without signatures (AT-02);
 * on an executory one it is refused: only rectifying minutes can follow. The same text again changes nothing.
 */
export function edit(minutes: Minutes, command: EditProse, rules: CommitteeRules): DecidedMinutes {
  const { language, section, text, at } = command;
  if (minutes.state === 'EXECUTORY') return minutesAreExecutory(minutes.number ?? '');
  if (!rules.languages.value.allowed.includes(language)) return languageNotAllowed(language, rules.languages.source);
  if ((minutes.prose[language]?.[section] ?? '') === text) return accepted({ state: minutes, facts: [] });
  const prose = { ...minutes.prose, [language]: { ...minutes.prose[language], [section]: text } };
  if (minutes.state === 'DRAFT' || minutes.state === 'REVIEW') return accepted({ state: { ...minutes, prose }, facts: [] });
  const next = replaceVersion(minutes, { reason: 'CONTENT_CHANGED', cause: 'CHANGED', at });
  return accepted({ state: { ...next.state, prose }, facts: next.facts });
}

/** DRAFT → REVIEW: both sides read it, and those who were there observe until that day. */
export function submit(minutes: Minutes, { until = null, at }: { readonly until?: CivilDate | null; readonly at: Date }): DecidedMinutes {
  if (!minutesMayBecome(minutes, 'REVIEW')) return minutesStateForbids(minutes.state);
  const fact = told('MinutesSubmitted', aboutMinutes(minutes), { version: minutes.version, until, at: at.toISOString() });
  return accepted({ state: { ...minutes, state: 'REVIEW', observationsUntil: until }, facts: [fact] });
}

/** REVIEW → DRAFT: a reader asks for changes, saying which. */
export function sendBack(minutes: Minutes, command: { readonly reason: string; readonly at: Date }): DecidedMinutes {
  if (minutes.state !== 'REVIEW') return minutesStateForbids(minutes.state);
  if (isBlank(command.reason)) return reasonRequired();
  const fact = told('MinutesSentBack', aboutMinutes(minutes), { version: minutes.version, reason: command.reason, at: command.at.toISOString() });
  return accepted({ state: { ...minutes, state: 'DRAFT' }, facts: [fact] });
}

/** FINAL → DRAFT v+1, for a PV finalised by mistake; impossible after the first signature (decisions.md). */
export function reopen(minutes: Minutes, command: { readonly reason: string; readonly at: Date }): DecidedMinutes {
  if (minutes.state === 'EXECUTORY') return minutesAreExecutory(minutes.number ?? '');
  if (minutes.signatures.length > 0) return minutesAlreadySigned();
  if (minutes.state !== 'FINAL') return minutesStateForbids(minutes.state);
  if (isBlank(command.reason)) return reasonRequired();
  const fact = told('MinutesReopened', aboutMinutes(minutes), { version: minutes.version, reason: command.reason, at: command.at.toISOString() });
  const next = replaceVersion(minutes, { ...command, cause: 'REOPENED' });
  return accepted({ state: next.state, facts: [fact, ...next.facts] });
}

/** Version n+1 as a draft: the sealed version stays readable, its signatures become void evidence, its requests lapse. */
export function replaceVersion(minutes: Minutes, why: { readonly reason: string; readonly cause: ReplacedBecause; readonly at: Date }): { state: Minutes; facts: DeliberationFact[] } {
  const { seal, version, prose, signatures } = minutes;
  if (!seal) return { state: { ...minutes, state: 'DRAFT' }, facts: [] };
  const at = why.at.toISOString();
  const about = aboutMinutes(minutes);
  const replaced = { version, seal, prose, voidSignatures: signatures, reason: why.reason, replacedAt: why.at };
  const facts: DeliberationFact[] = [
    told('MinutesVersionReplaced', about, { replacedVersion: version, version: version + 1, replacedContentHash: seal.contentHash, reason: why.reason, cause: why.cause, at }),
    ...signatures.map(({ partyId, seatId, personId, contentHash }) => told('SignatureVoided', about, { version, partyId, seatId, personId, contentHash, at })),
    ...minutes.requests
      .filter((request) => request.state === 'REQUESTED')
      .map(({ partyId, seatId, personId }) => told('SignatureRequestLapsed', about, { version, partyId, seatId, personId, cause: 'VERSION_REPLACED', at })),
  ];
  const state: Minutes = { ...minutes, state: 'DRAFT', version: version + 1, seal: null, requests: [], signatures: [], replaced: [...minutes.replaced, replaced] };
  return { state, facts };
}
