import type { LocalMoment } from '../../base/dates.tsx';
import type { Source } from '../../ui/source.tsx';

/** What a member who was there said of the draft. */
export interface ObservationShown {
  readonly id: string;
  readonly kind: 'AGREE' | 'REMARK' | 'CHANGE';
  readonly passage: 'whole' | 'facts' | 'discussions' | 'reservations' | 'nextMeeting';
  readonly quoted: string | null;
  readonly text: string | null;
  readonly party: { readonly id: string; readonly shortName: string };
  readonly office: string;
  readonly moment: LocalMoment;
  readonly onEarlierText: boolean;
  readonly answer: { readonly takenUp: boolean; readonly text: string | null } | null;
}

/** What is said of a draft, and until when. */
export interface ObservationsShown {
  readonly until: string | null;
  readonly isOpen: boolean;
  readonly source: Source;
  readonly list: readonly ObservationShown[];
  readonly silent: readonly string[];
  readonly unanswered: number;
}

/** Asked with the PV. */
export const observationsFields = `observations {
  until isOpen source { kind reference quote } silent unanswered
  list { id kind passage quoted text party { id shortName } office moment { city civilDate time } onEarlierText answer { takenUp text } }
}`;
