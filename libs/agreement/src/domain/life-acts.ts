import { accepted, compareDates, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';
import { parseActId } from './legal-act.js';
import { longest, optional, required } from './life-wording.js';
import type { ActTransmission, CouncilResolution, Draft, OriginalCopies, PartySignature, RenewalReview, Visa } from './register.js';

const registerSource: RuleSource = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, registre de la convention' };

type Named = readonly [name: 'decidedOn' | 'signedOn' | 'sentOn' | 'receivedOn' | 'publishedOn' | 'submittedOn' | 'withdrawnOn' | 'reviewedOn', on: CivilDate | null];

/** The register holds what happened: no day to come. `today` is the latest civil day among the parties. */
export function happened(today: CivilDate, ...days: readonly Named[]): Answer<true> {
  const ahead = days.find(([, on]) => on !== null && compareDates(on, today) > 0);
  return ahead ? refused('DATE_TO_COME', { field: ahead[0], date: ahead[1] as string }, registerSource) : accepted(true);
}

/** Days that follow one another, those that are known. Refused with `DATES_REVERSED` (`first` and `second` name the fields). */
export function inOrder(...days: readonly Named[]): Answer<true> {
  const known = days.filter(([, on]) => on !== null);
  const place = known.findIndex(([, on], index) => index > 0 && compareDates(known[index - 1]![1] as CivilDate, on as CivilDate) > 0);
  return place < 0 ? accepted(true) : refused('DATES_REVERSED', { first: known[place - 1]![0], second: known[place]![0] }, registerSource);
}

/** The first refusal, or `value`. */
const unless = <T>(checks: readonly Answer<unknown>[], value: () => T): Answer<T> => checks.find(({ refused: no }) => no) as Answer<T> | undefined ?? accepted(value());
const valueOf = <T>(answer: Answer<T>): T => {
  if (answer.refused) throw new Error(`asked of a refusal: ${answer.code}`);
  return answer.value;
};

interface Typed {
  readonly partyId: string;
  readonly motive?: string | null | undefined;
}

/** A council's resolution, as it was typed. */
export function resolutionOf(input: Typed & { body: string; decidedOn: CivilDate; number?: string | null | undefined }, today: CivilDate): Answer<Draft<'RESOLUTION'>> {
  const [body, number, motive] = [required(input.body, 'body'), optional(input.number), optional(input.motive, longest.motive)];
  return unless([body, number, motive, happened(today, ['decidedOn', input.decidedOn])], () => {
    const content: CouncilResolution = { body: valueOf(body), decidedOn: input.decidedOn, number: valueOf(number) };
    return { kind: 'RESOLUTION', partyId: input.partyId, content, motive: valueOf(motive) };
  });
}

/** A party's signature, as it was typed. */
export function signatureOf(input: Typed & { office: string; place: string; signedOn: CivilDate }, today: CivilDate): Answer<Draft<'SIGNATURE'>> {
  const [office, place, motive] = [required(input.office, 'office'), required(input.place, 'place'), optional(input.motive, longest.motive)];
  return unless([office, place, motive, happened(today, ['signedOn', input.signedOn])], () => {
    const content: PartySignature = { office: valueOf(office), place: valueOf(place), signedOn: input.signedOn };
    return { kind: 'SIGNATURE', partyId: input.partyId, content, motive: valueOf(motive) };
  });
}

type TypedTransmission = Typed & { readonly [Name in keyof ActTransmission]?: ActTransmission[Name] | undefined };

/** A transmission to the prefecture. The identifier is normalised; refused with `ACT_ID_UNREADABLE` when its shape is not one, `TRANSMISSION_EMPTY` when nothing is known. */
export function transmissionOf(input: TypedTransmission, today: CivilDate): Answer<Draft<'TRANSMISSION'>> {
  const { sentOn = null, receivedOn = null, publishedOn = null } = input;
  const typed = (input.actId ?? '').trim();
  const read = typed === '' ? accepted(null) : parseActId(typed.slice(0, longest.line));
  const motive = optional(input.motive, longest.motive);
  if (typed === '' && !sentOn && !receivedOn && !publishedOn) return refused('TRANSMISSION_EMPTY', {}, registerSource);
  const days = [happened(today, ['sentOn', sentOn], ['receivedOn', receivedOn], ['publishedOn', publishedOn]), inOrder(['sentOn', sentOn], ['receivedOn', receivedOn])];
  return unless([read, motive, ...days], () => {
    const actId = valueOf(read)?.id.text ?? null;
    return { kind: 'TRANSMISSION', partyId: input.partyId, content: { actId, sentOn, receivedOn, publishedOn }, motive: valueOf(motive) };
  });
}

type TypedVisa = Typed & { authority: string; reference?: string | null | undefined; submittedOn?: CivilDate | null | undefined; decision?: Visa['decision'] | undefined; decidedOn?: CivilDate | null | undefined };

/** A visa: submitted, then granted or refused on a day. A decision without its day, or a day without its decision, is refused with `VISA_HALF_DECIDED`. */
export function visaOf(input: TypedVisa, today: CivilDate): Answer<Draft<'VISA'>> {
  const { submittedOn = null, decision = null, decidedOn = null } = input;
  const [authority, reference, motive] = [required(input.authority, 'authority'), optional(input.reference), optional(input.motive, longest.motive)];
  const decided = (decision === null) === (decidedOn === null) ? accepted(true) : refused('VISA_HALF_DECIDED', {}, registerSource);
  const days = [happened(today, ['submittedOn', submittedOn], ['decidedOn', decidedOn]), inOrder(['submittedOn', submittedOn], ['decidedOn', decidedOn])];
  return unless([authority, reference, motive, decided, ...days], () => {
    const content: Visa = { authority: valueOf(authority), reference: valueOf(reference), submittedOn, decision, decidedOn };
    return { kind: 'VISA', partyId: input.partyId, content, motive: valueOf(motive) };
  });
}

const mostCopies = 20;

/** Who holds each original, in order; blank lines are left out. Refused with `LIFE_TEXT_BLANK` or `TOO_MANY_COPIES`. */
export function originalsOf(input: { readonly holders: readonly string[]; readonly motive?: string | null | undefined }): Answer<Draft<'ORIGINALS'>> {
  const given = input.holders.filter((holder) => holder.trim() !== '');
  if (given.length > mostCopies) return refused('TOO_MANY_COPIES', { maximum: mostCopies }, registerSource);
  const holders = given.length === 0 ? [required('', 'holder')] : given.map((holder) => required(holder, 'holder'));
  const motive = optional(input.motive, longest.motive);
  return unless([...holders, motive], () => {
    const content: OriginalCopies = { holders: holders.map(valueOf) };
    return { kind: 'ORIGINALS', partyId: null, content, motive: valueOf(motive) };
  });
}

/** What the parties chose at the review of a period. */
export function reviewOf(input: RenewalReview & { readonly motive?: string | null | undefined }, today: CivilDate): Answer<Draft<'REVIEW'>> {
  const { ordinal, reviewedOn, outcome } = input;
  const motive = optional(input.motive, longest.motive);
  return unless([motive, happened(today, ['reviewedOn', reviewedOn])], () => ({ kind: 'REVIEW', partyId: null, content: { ordinal, reviewedOn, outcome }, motive: valueOf(motive) }));
}
