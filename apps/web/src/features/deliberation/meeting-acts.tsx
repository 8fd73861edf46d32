import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf, MayButton } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { ConveneMeeting } from './convene-meeting.tsx';
import type { Meeting } from './meeting.graphql.ts';
import styles from './meeting-acts.module.css';
import { RescheduleMeeting } from './reschedule-meeting.tsx';

interface MeetingActsProps {
  readonly meeting: Meeting;
  readonly pageKey: string;
  /** Does the reader run meetings (coordination, presidency)? Others are not shown why they may not. */
  readonly steward: boolean;
  /** Has the reader a key that may answer for an act? */
  readonly hasKey: boolean;
}

function Reason() {
  const say = useSay();
  return <TextArea name="reason" required rows={2} label={say('webMeetings.cancel.reason')} hint={say('webMeetings.cancel.hint')} defaultValue={useKept('reason')} />;
}

function CancelMeeting({ meeting, pageKey }: Pick<MeetingActsProps, 'meeting' | 'pageKey'>) {
  const say = useSay();
  const sending = useSending();
  if (!meeting.viewerMay.cancel.allowed) return null;
  return (
    <Disclosure label={say('webMeetings.cancel.open')} form="cancelMeeting">
      <ActForm name="cancelMeeting" idempotencyKey={keyOf(pageKey, 'cancelMeeting')}>
        <input type="hidden" name="meetingId" value={meeting.id} />
        <Reason />
        <Button kind="danger" busy={sending}>
          {say('webMeetings.cancel.send')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

/** Whether the convocation is out, by whom and when. */
function Convocation({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  if (!meeting.convenedAt) return <p>{say('webMeetings.convene.notYet', { host: meeting.hostParty.shortName })}</p>;
  return (
    <p>
      {say('webMeetings.convene.done')} <Moment at={meeting.convenedAt} />
      {meeting.convenedBy && (
        <>
          {' · '}
          <span dir="auto">{meeting.convenedBy.office}</span>
        </>
      )}
    </p>
  );
}

function Quorum({ meeting: { quorum } }: { meeting: Meeting }) {
  const say = useSay();
  const list = quorum.missing.map(({ shortName }) => shortName).join(', ');
  return (
    <div className={styles.quorum}>
      {quorum.met ? <Status tone={quorum.required ? 'done' : 'still'}>{say(quorum.required ? 'webMeetings.quorum.met' : 'webMeetings.quorum.none')}</Status> : <Status tone="waiting">{say('webMeetings.quorum.missing', { list })}</Status>}
      {(!quorum.met || !quorum.required) && <Source source={quorum.source} />}
    </div>
  );
}

/** The next step of the meeting, and only that one: convene, open, close, write the minutes. */
export function MeetingActs({ meeting, pageKey, steward, hasKey }: MeetingActsProps) {
  const say = useSay();
  const { state, viewerMay, minutes } = meeting;
  const fields = { meetingId: meeting.id };
  const sitting = state === 'CONVENED' || state === 'OPEN';
  return (
    <section aria-labelledby="acts" className={styles.acts}>
      <h2 id="acts">{say(`webMeetings.next.${state}`)}</h2>
      {(state === 'SCHEDULED' || state === 'CONVENED') && <Convocation meeting={meeting} />}
      {state === 'SCHEDULED' && <ConveneMeeting meeting={meeting} pageKey={pageKey} hasKey={hasKey} />}
      {sitting && (meeting.quorum.met || !steward) && <Quorum meeting={meeting} />}
      {state === 'CONVENED' && steward && <MayButton may={viewerMay.open} name="openMeeting" icon="people" label={say('webMeetings.acts.open')} pageKey={pageKey} fields={fields} />}
      {state === 'OPEN' && steward && <MayButton may={viewerMay.close} kind="secondary" name="closeMeeting" icon="lock" label={say('webMeetings.acts.close')} pageKey={pageKey} fields={fields} />}
      {state === 'CLOSED' && !minutes && steward && <ActButton name="draftMinutes" icon="pen" label={say('webMeetings.acts.draftMinutes')} pageKey={pageKey} fields={fields} />}
      {minutes && (
        <LinkButton kind="primary" icon="document" to={`/minutes/${minutes.id}`}>
          {say('webMeetings.acts.readMinutes')}
        </LinkButton>
      )}
      {state === 'CANCELLED' && meeting.cancelReason && <p dir="auto">{meeting.cancelReason}</p>}
      <RescheduleMeeting meeting={meeting} pageKey={pageKey} hasKey={hasKey} />
      <CancelMeeting meeting={meeting} pageKey={pageKey} />
    </section>
  );
}
