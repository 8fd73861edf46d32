import type { Deed, Form } from '../../base/act.ts';
import { mayFields, type May } from '../../base/may.ts';

interface PartyNamed {
  readonly id: string;
  readonly shortName: string;
}

interface SeatShown {
  readonly id: string;
  readonly office: string;
  readonly party: PartyNamed;
}

export type HandsChoice = 'AGAINST' | 'ABSTAIN';

export interface HandsRound {
  readonly decisionId: string;
  readonly ballotId: string | null;
  readonly voters: number;
  readonly exceptions: readonly { readonly seat: SeatShown; readonly choice: HandsChoice; readonly reason: string | null }[];
  readonly contests: readonly { readonly seat: SeatShown; readonly reason: string }[];
  readonly contestUntil: string | null;
  readonly viewerMayContest: May;
}

/** Votes by show of hands: noted by one coordination, and confirmed by another or not yet. */
export interface Hands {
  readonly id: string;
  readonly confirmed: boolean;
  readonly enteredParty: PartyNamed;
  readonly confirmedParty: PartyNamed | null;
  readonly rounds: readonly HandsRound[];
  readonly viewerMay: { readonly confirm: May; readonly withdraw: May };
}

const seat = 'id office party { id shortName }';

/** What the meeting's page asks of its hands. */
export const handsFields = `hands {
  id confirmed enteredParty { id shortName } confirmedParty { id shortName }
  rounds { decisionId ballotId voters contestUntil exceptions { seat { ${seat} } choice reason } contests { seat { ${seat} } reason } viewerMayContest { ${mayFields} } }
  viewerMay { confirm { ${mayFields} } withdraw { ${mayFields} } }
}`;

/** The meeting as its hands are noted. */
export interface HandsMeeting {
  readonly id: string;
  readonly civilDate: string;
  readonly state: string;
  readonly votersNow: readonly SeatShown[];
  readonly decisions: readonly { readonly id: string; readonly place: number; readonly title: string; readonly text: string; readonly state: string }[];
  readonly hands: readonly { readonly confirmed: boolean; readonly rounds: readonly { readonly decisionId: string }[] }[];
  readonly viewerMay: { readonly noteHands: May };
}

export interface HandsAnswer {
  readonly meeting: HandsMeeting | null;
}

export const handsPage = `query HandsPage($id: ID!) {
  meeting(id: $id) {
    id civilDate state votersNow { ${seat} } decisions { id place title text state } hands { confirmed rounds { decisionId } } viewerMay { noteHands { ${mayFields} } }
  }
}`;

/** Decisions whose vote may be noted: neither decided, nor being voted on phones, nor noted already. */
export function toNote<D extends { readonly id: string; readonly state: string }>({ decisions, hands }: { readonly decisions: readonly D[]; readonly hands: HandsMeeting['hands'] }): D[] {
  const noted = hands.filter(({ confirmed }) => !confirmed).flatMap(({ rounds }) => rounds.map(({ decisionId }) => decisionId));
  return decisions.filter(({ id, state }) => (state === 'ON_AGENDA' || state === 'NOT_ADOPTED') && !noted.includes(id));
}

type MeetingDone = { readonly id: string };
const documentOf = (mutation: string): string => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on Meeting { id } } }`;
};
const onMeeting = (mutation: string, input: (form: Form) => Readonly<Record<string, unknown>>, anchor: string): Deed<MeetingDone> => ({
  document: documentOf(mutation),
  variables: (form) => ({ input: input(form) }),
  done: ({ id }) => `/meetings/${id}${anchor}`,
});

/** The ticked decisions; of each, the voters said not to be for. A decision with exceptions and no tick was forgotten: it counts too. */
function roundsOf(form: Form): readonly object[] {
  const names = Object.keys(form.values);
  const exceptionsOf = (decisionId: string): readonly object[] =>
    names
      .filter((name) => name.startsWith(`choice.${decisionId}.`) && form.text(name) !== '')
      .map((name) => name.slice(`choice.${decisionId}.`.length))
      .map((seatId) => ({ seatId, choice: form.text(`choice.${decisionId}.${seatId}`), reason: form.text(`reason.${decisionId}.${seatId}`) || null }));
  const asked = names.flatMap((name) => (name.startsWith('round.') ? [name.slice('round.'.length)] : []));
  return asked.map((decisionId) => ({ decisionId, exceptions: exceptionsOf(decisionId) })).filter(({ decisionId, exceptions }) => form.text(`noted.${decisionId}`) !== '' || exceptions.length > 0);
}

export const noteHands = onMeeting('noteHands', (form) => ({ meetingId: form.text('meetingId'), rounds: roundsOf(form) }), '#hands');
export const confirmHands = onMeeting('confirmHands', (form) => ({ handsId: form.text('handsId') }), '#agenda');
export const withdrawHands = onMeeting('withdrawHands', (form) => ({ handsId: form.text('handsId'), reason: form.text('reason') }), '#agenda');
export const contestHands = onMeeting('contestHands', (form) => ({ handsId: form.text('handsId'), ballotId: form.text('ballotId'), reason: form.text('reason') }), '#agenda');
export const noteGuest = onMeeting('noteGuest', (form) => ({ meetingId: form.text('meetingId'), name: form.text('name'), capacity: form.text('capacity') || null }), '#attendance');
export const takeGuestOff = onMeeting('takeGuestOff', (form) => ({ guestId: form.text('guestId') }), '#attendance');
