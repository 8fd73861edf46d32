import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import type { Meeting } from './meeting.graphql.ts';

function Controls({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  const { civilDate, time, place, hostParty } = meeting;
  return (
    <>
      <Field type="date" name="civilDate" required label={say('webConvening.move.date')} defaultValue={useKept('civilDate', civilDate)} />
      <Field type="time" name="time" required label={say('webConvening.move.time')} hint={say('webConvening.move.timeHint', { host: hostParty.shortName })} defaultValue={useKept('time', time)} />
      <Field name="place" required maxLength={300} label={say('webConvening.move.place')} defaultValue={useKept('place', place)} />
      <TextArea name="reason" required rows={2} maxLength={2000} label={say('webConvening.move.reason')} hint={say('webConvening.move.reasonHint')} defaultValue={useKept('reason')} />
    </>
  );
}

/** Another day or place. Convened, it is a convocation again: whoever must first prove who they are is led to a code and back. */
export function RescheduleMeeting({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const { allowed, refusal } = meeting.convening.viewerMay.reschedule;
  const prove = refusal?.code === 'STEP_UP_REQUIRED';
  if (!allowed && !prove) return null;
  return (
    <Disclosure label={say('webConvening.move.open')} form="rescheduleMeeting">
      <p>{say(meeting.state === 'CONVENED' ? 'webConvening.move.convened' : 'webConvening.move.planned')}</p>
      {prove ? (
        <>
          <p>{refusal.sentence}</p>
          <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', `/meetings/${meeting.id}`)}>
            {say('webConvening.move.confirmFirst')}
          </LinkButton>
        </>
      ) : (
        <ActForm name="rescheduleMeeting" idempotencyKey={keyOf(pageKey, 'rescheduleMeeting')}>
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Controls meeting={meeting} />
          <Button icon="calendar" busy={sending}>
            {say('webConvening.move.send')}
          </Button>
        </ActForm>
      )}
    </Disclosure>
  );
}
