import { accepted, type Decided, type Refusal } from '#kernel';
import { replaceVersion } from './drafting.js';
import { told, type DeliberationFact } from './facts.js';
import { coPresidentAt } from './finalising.js';
import { isBlank } from './meeting.js';
import { aboutMinutes, type DecidedMinutes, type Minutes, type Seal, type Signature } from './minutes.js';
import * as no from './refusals.js';
import type { CommitteeRules, SignedHere } from './rules.js';
import { isHeldAt, type InterimAct, type Seat } from './seat.js';

/** Who acts, and what they had before their eyes. */
export interface Signing {
  /** The seat the person acts from, and the person at the door. */
  readonly seat: Seat;
  readonly personId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly pdfSha256: string;
  readonly method: SignedHere;
  /** « Fait à … »: each signature has its own place and date (4-08). */
  readonly place: string;
  /** Legal clock, UTC. */
  readonly at: Date;
  /** Machine clock, UTC: when the person last proved who they are, and now. */
  readonly stepUpAt: Date | null;
  readonly machineNow: Date;
}

/** What the world says at the instant of the act. */
export interface SigningWorld {
  /** The committee's seats as they stand in this transaction: authority is judged at the instant of the act (trust.md F). */
  readonly seats: readonly Seat[];
  readonly rules: CommitteeRules;
  /** Is this instance a demonstration? Only there may a signature be of the method DEMO. */
  readonly demo?: boolean;
}

/** Was identity proved recently enough: less than `maximumAgeMinutes` ago (from the rules)? A proof from the future proves nothing. */
export function isStepUpFresh(stepUpAt: Date | null, machineNow: Date, maximumAgeMinutes: number): boolean {
  if (stepUpAt === null) return false;
  const age = machineNow.getTime() - stepUpAt.getTime();
  return age >= 0 && age < maximumAgeMinutes * 60_000;
}

type Actor = Pick<Signing, 'seat' | 'personId' | 'at'>;

/** Whoever acts for an interim shows by which act: dated, and joined (AT-24). */
export const isWarranted = ({ dated, sha256 }: InterimAct): boolean => dated !== null && sha256 !== null;

/** Why this person may not sign or refuse this PV now; null when they may. Screens ask it too, to explain before the attempt. */
export function whyNotSignatory(minutes: Minutes, actor: Actor, world: SigningWorld): Refusal | null {
  const { seat, personId, at } = actor;
  const party = minutes.facts.parties.find((bound) => bound.id === seat.partyId);
  if (!party || seat.category !== 'CO_PRESIDENT' || seat.personId !== personId) return no.notTheCoPresident(world.rules.executory.source);
  if (minutes.signatures.some((signature) => signature.partyId === party.id)) return no.alreadySigned(party.shortName);
  if (minutes.state !== 'FINAL' && minutes.state !== 'PARTIALLY_SIGNED') return no.minutesNotFinal(minutes.state);
  if (!isHeldAt(seat, at)) return no.mandateNotRunning(seat.name, world.rules.signature.source);
  if (coPresidentAt(world.seats, party.id, at)?.id !== seat.id) return no.notTheCoPresident(world.rules.executory.source);
  return seat.interim && !isWarranted(seat.interim) ? no.interimActMissing(seat.interim.reference) : null;
}

function whyNotThisAct(minutes: Minutes & { readonly seal: Seal }, signing: Signing, { rules, demo = false }: SigningWorld): Refusal | null {
  const { seal } = minutes;
  const sameText = signing.version === minutes.version && signing.contentHash === seal.contentHash && signing.pdfSha256 === seal.pdfSha256;
  if (!sameText) return no.signedTextChanged(minutes.version, rules.executory.source);
  const { maximumAgeMinutes } = rules.stepUp.value;
  if (!isStepUpFresh(signing.stepUpAt, signing.machineNow, maximumAgeMinutes)) return no.stepUpRequired(maximumAgeMinutes, rules.stepUp.source);
  const accepts = signing.method === 'DEMO' ? demo : rules.signature.value.methods.includes(signing.method);
  if (!accepts) return no.signingMethodNotAccepted(signing.method, rules.signature.source);
  return isBlank(signing.place) ? no.placeRequired() : null;
}

/**
 * Signs one sealed version. The PV becomes executory exactly when every party has signed the same hashes, at the later signature (Art. 5, AT-01).
 * The caller holds the PV's row lock, so two presidents signing together are two acts, one after the other (trust.md J).
 */
export function sign(minutes: Minutes, signing: Signing, world: SigningWorld): DecidedMinutes {
  const { seal } = minutes;
  const refusal = whyNotSignatory(minutes, signing, world);
  if (refusal) return refusal;
  if (!seal) return no.minutesNotFinal(minutes.state);
  const objection = whyNotThisAct({ ...minutes, seal }, signing, world);
  if (objection) return objection;
  const { seat, personId, version, contentHash, pdfSha256, method, place, at } = signing;
  const signature: Signature = { partyId: seat.partyId, seatId: seat.id, personId, name: seat.name, version, contentHash, pdfSha256, method, level: 'SIMPLE', place, signedAt: at };
  return accepted(withSignature({ ...minutes, seal }, signature));
}

/** The PV with one more signature, however it was given; executory when it is the last one. */
export function withSignature(minutes: Minutes & { readonly seal: Seal }, signature: Signature): Decided<Minutes> {
  const { version, partyId, seatId, personId, method, contentHash, pdfSha256, place, signedAt } = signature;
  const signed: Minutes = { ...withRequest(minutes, partyId, 'SIGNED'), signatures: [...minutes.signatures, signature] };
  const data = { version, partyId, seatId, personId, method, contentHash, pdfSha256, place, at: signedAt.toISOString() };
  return concluded(signed, minutes.seal, [told('MinutesSigned', aboutMinutes(minutes), data)]);
}

function concluded(minutes: Minutes, seal: Seal, facts: readonly DeliberationFact[]): Decided<Minutes> {
  if (!everyPartySigned(minutes)) return { state: { ...minutes, state: 'PARTIALLY_SIGNED' }, facts };
  const executoryAt = minutes.signatures.map((signature) => signature.signedAt).reduce((later, at) => (at > later ? at : later));
  const { meetingId, number, version } = minutes;
  const data = { meetingId, number: number ?? '', version, contentHash: seal.contentHash, pdfSha256: seal.pdfSha256, executoryAt: executoryAt.toISOString() };
  return { state: { ...minutes, state: 'EXECUTORY', executoryAt }, facts: [...facts, told('MinutesBecameExecutory', aboutMinutes(minutes), data)] };
}

/** Has every party signed this version's very hashes? */
export function everyPartySigned({ seal, ...minutes }: Minutes): boolean {
  if (!seal) return false;
  const counts = (signature: Signature): boolean =>
    signature.version === minutes.version && signature.contentHash === seal.contentHash && signature.pdfSha256 === seal.pdfSha256;
  const signed = new Set(minutes.signatures.filter(counts).map((signature) => signature.partyId));
  return minutes.facts.parties.length > 0 && minutes.facts.parties.every((party) => signed.has(party.id));
}

const withRequest = (minutes: Minutes, partyId: string, state: 'SIGNED' | 'REFUSED'): Minutes => ({
  ...minutes,
  requests: minutes.requests.map((request) => (request.partyId === partyId && request.state === 'REQUESTED' ? { ...request, state } : request)),
});

/** Refuses to sign, with a motive: the PV returns to draft v+1 and every signature of this version becomes void evidence (C4). */
export function refuseToSign(minutes: Minutes, command: Actor & { readonly motive: string }, world: SigningWorld): DecidedMinutes {
  const refusal = whyNotSignatory(minutes, command, world);
  if (refusal) return refusal;
  if (isBlank(command.motive)) return no.motiveRequired();
  const { seat, personId, motive, at } = command;
  const data = { version: minutes.version, partyId: seat.partyId, seatId: seat.id, personId, motive, at: at.toISOString() };
  const next = replaceVersion(withRequest(minutes, seat.partyId, 'REFUSED'), { reason: motive, cause: 'REFUSED', at });
  return accepted({ state: next.state, facts: [told('SignatureRefused', aboutMinutes(minutes), data), ...next.facts] });
}
