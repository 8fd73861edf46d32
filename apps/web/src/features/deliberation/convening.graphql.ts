import type { LoaderFunctionArgs } from 'react-router';
import type { Deed, Form } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';
import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';
import { incidentFields, type Incident } from './incidents.graphql.ts';

export type Reply = 'COMING' | 'REMOTE' | 'NOT_COMING';
export type TravelAdvice = 'NORMAL' | 'REINFORCED' | 'UNLESS_NECESSARY' | 'AGAINST';

interface SeatCalled {
  readonly id: string;
  readonly office: string;
  readonly party: { readonly id: string; readonly shortName: string };
}

/** A member called, and what is known of her: never more than « this page was opened ». */
export interface ConvenedMember {
  readonly seat: SeatCalled;
  readonly receipt: 'CALLED' | 'OPENED' | 'ANSWERED';
  readonly reply: Reply | null;
  readonly note: string;
  readonly expected: 'PRESENT' | 'REMOTE' | 'EXCUSED' | null;
}

export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly state: 'PROPOSED' | 'TAKEN_UP' | 'DECLINED';
  readonly reason: string | null;
  readonly seat: SeatCalled | null;
}

/** A point the year calls for, with the article that does. */
export interface DueItem {
  readonly kind: 'PLAN' | 'EVALUATION' | 'RENEWAL';
  readonly year: number;
  readonly title: string;
  readonly source: Source;
}

export interface Safety {
  readonly hostContact: string;
  readonly emergency: string;
  readonly insurance: string;
  readonly advice: TravelAdvice | null;
  readonly adviceOn: string | null;
  readonly notes: string;
  readonly version: number;
  readonly keptAt: string;
}

export interface Convening {
  readonly mine: { readonly reply: Reply | null; readonly note: string; readonly outdated: boolean } | null;
  readonly fromAfar: boolean;
  readonly members: readonly ConvenedMember[] | null;
  readonly sent: readonly { readonly seatId: string; readonly deliveredAt: string | null; readonly failed: boolean }[];
  readonly calls: readonly {
    readonly id: string; readonly kind: 'MOVED' | 'AGAIN'; readonly calledAt: string; readonly called: number | null; readonly reason: string | null;
    readonly wasDate: string | null; readonly wasTime: string | null; readonly wasPlace: string | null;
  }[];
  readonly proposals: readonly Proposal[];
  readonly due: readonly DueItem[];
  readonly safety: Safety | null;
  readonly safetySource: Source;
  readonly incidents: readonly Incident[];
  readonly viewerMay: { readonly answer: May; readonly callAgain: May; readonly reschedule: May; readonly propose: May; readonly prepareAgenda: May; readonly keepSafety: May; readonly logIncident: May };
}

const seat = 'id office party { id shortName }';
const source = '{ kind reference quote }';
const mays = ['answer', 'callAgain', 'reschedule', 'propose', 'prepareAgenda', 'keepSafety', 'logIncident'];

/** The convocation of a meeting, asked after the meeting itself: the two together would be more than one question may ask. */
const conveningOf = `query MeetingConvening($id: ID!) { meeting(id: $id) { convening {
  mine { reply note outdated } fromAfar
  members { seat { ${seat} } receipt reply note expected } sent { seatId deliveredAt failed }
  calls { id kind calledAt called reason wasDate wasTime wasPlace }
  proposals { id title why state reason seat { ${seat} } }
  due { kind year title source ${source} }
  safety { hostContact emergency insurance advice adviceOn notes version keptAt } safetySource ${source}
  incidents { ${incidentFields} }
  viewerMay { ${mays.map((verb) => `${verb} { ${mayFields} }`).join(' ')} }
} } }`;

/** The meeting with its convocation. @throws Error when the meeting was shown and has gone meanwhile */
export async function withConvening<Shown extends { readonly id: string }>(args: LoaderFunctionArgs, meeting: Shown): Promise<Shown & { readonly convening: Convening }> {
  const { meeting: found } = await ask<{ readonly meeting: { readonly convening: Convening } | null }>(args, conveningOf, { id: meeting.id });
  if (!found) throw new Error(`meeting ${meeting.id} has gone`);
  return { ...meeting, convening: found.convening };
}

type Input = (form: Form) => Readonly<Record<string, unknown>>;
type MeetingDone = { readonly id: string };
const onMeeting = (mutation: string, input: Input, anchor: string): Deed<MeetingDone> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return {
    document: `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on Meeting { id } } }`,
    variables: (form) => ({ input: input(form) }),
    done: ({ id }) => `/meetings/${id}${anchor}`,
  };
};

const texts = (...names: readonly string[]): Input => (form) => Object.fromEntries(names.map((name) => [name, form.text(name)]));
/** What is left empty was not said. */
const orNull = (...names: readonly string[]): Input => (form) => Object.fromEntries(names.map((name) => [name, form.text(name) || null]));
const both = (one: Input, other: Input): Input => (form) => ({ ...one(form), ...other(form) });

export const answerConvocation = onMeeting('answerConvocation', texts('meetingId', 'reply', 'note'), '#answer');
export const callSilentAgain = onMeeting('callSilentAgain', texts('meetingId'), '#answers');
export const rescheduleMeeting = onMeeting('rescheduleMeeting', texts('meetingId', 'civilDate', 'time', 'place', 'reason'), '');
export const proposeAgendaItem = onMeeting('proposeAgendaItem', texts('meetingId', 'title', 'why'), '#proposals');
export const settleAgendaProposal = onMeeting('settleAgendaProposal', (form) => ({ proposalId: form.text('proposalId'), takenUp: form.text('takenUp') === 'yes', reason: form.text('reason') || null }), '#proposals');
export const planAgendaItem: Deed<MeetingDone> = {
  ...onMeeting('planAgendaItem', (form) => ({ agendaItemId: form.text('agendaItemId'), durationMinutes: form.text('durationMinutes') === '' ? null : Number(form.text('durationMinutes')), presenterSeatId: form.text('presenterSeatId') || null }), '#agenda'),
  unreadable: (form) => (/^(\d{0,4})$/.test(form.text('durationMinutes')) ? undefined : 'webConvening.agenda.minutesWrong'),
};
export const keepSafetySheet = onMeeting(
  'keepSafetySheet',
  both(both(texts('meetingId', 'hostContact', 'emergency', 'insurance', 'notes'), orNull('advice', 'adviceOn')), (form) => ({ expectedVersion: Number(form.text('expectedVersion')) })),
  '#safety',
);
/** Of a new entry, or of one that corrects another: `logIncident:<the other>`. */
export const logIncident = onMeeting('logIncident', both(texts('meetingId', 'civilDate', 'time', 'place', 'what', 'done'), orNull('correctsId')), '#incidents');
