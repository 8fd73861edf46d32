import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';
import { meetingLine, type MeetingLine, type PartyNamed } from './meeting.graphql.ts';

export interface NextHost {
  readonly party: PartyNamed;
  readonly sentence: string;
  readonly due: { readonly sentence: string; readonly source: Source } | null;
  readonly source: Source;
  readonly viewerMaySchedule: May;
}

export interface MeetingsAnswer {
  readonly meetings: readonly MeetingLine[];
  readonly partnership: { readonly nextHost: NextHost } | null;
}

/** Every meeting of the partnership, and whose turn it is to host the next. */
export const meetingsPage = `query MeetingsPage($partnershipId: ID!) {
  meetings(partnershipId: $partnershipId) { ${meetingLine} }
  partnership(id: $partnershipId) {
    nextHost { party { id shortName } sentence due { sentence source { kind reference quote } } source { kind reference quote } viewerMaySchedule { ${mayFields} } }
  }
}`;
