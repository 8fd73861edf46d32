import { addMonths, compareDates, type CivilDate, type RuleSource } from '#kernel';

/** What is recorded of a French act: each date is known or not yet. */
export interface Transmission {
  readonly sentOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly publishedOn: CivilDate | null;
}

/** What a French act still waits for, the first that is missing. */
export type TransmissionState = 'TO_SEND' | 'AWAITING_ACKNOWLEDGEMENT' | 'PUBLICATION_MISSING' | 'EXECUTORY';

/** L. 2131-1 CGCT, since 1 July 2022: brought to the knowledge of those concerned, and transmitted to the State. */
export const executorySource: RuleSource = { kind: 'LAW', reference: 'L. 2131-1 CGCT' };
/** L. 2131-6 CGCT: the prefect has two months from receipt to refer the act to the court. */
export const controlSource: RuleSource = { kind: 'LAW', reference: 'L. 2131-6 CGCT' };

/** Where a French act stands on its way to being executory. */
export function transmissionState(act: Transmission): TransmissionState {
  if (act.receivedOn === null) return act.sentOn === null ? 'TO_SEND' : 'AWAITING_ACKNOWLEDGEMENT';
  return act.publishedOn === null ? 'PUBLICATION_MISSING' : 'EXECUTORY';
}

/** The day a French act became executory: the later of its receipt and its publication; `null` while one is missing. */
export function executoryOn({ receivedOn, publishedOn }: Transmission): CivilDate | null {
  if (receivedOn === null || publishedOn === null) return null;
  return compareDates(receivedOn, publishedOn) < 0 ? publishedOn : receivedOn;
}

/** The last day of the legality review, two calendar months after receipt; `null` before it. */
export const controlEndsOn = ({ receivedOn }: Transmission): CivilDate | null => (receivedOn === null ? null : addMonths(receivedOn, 2));
