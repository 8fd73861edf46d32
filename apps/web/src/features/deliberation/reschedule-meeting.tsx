import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { KeyButton } from '../../base/key-button.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { useKeysHere, type ActProved } from '../../base/passkey.ts';
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

/** What the key answers for: the convocation that is moved, and the very words that move it, hashed as the server does. */
async function movingAct({ id, sequence, convocationHash }: Meeting, form: HTMLFormElement): Promise<ActProved> {
  const typed = new FormData(form);
  const words = ['civilDate', 'time', 'place', 'reason'].map((name) => String(typed.get(name)).replace(/\r\n?/g, '\n'));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([convocationHash, ...words])));
  const contentHash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { kind: 'rescheduleMeeting', subjectId: id, version: sequence, contentHash };
}

/** Another day or place. Convened, it is a convocation again: whoever must first prove who they are does so by key, or is led to a code and back. */
export function RescheduleMeeting({ meeting, pageKey, hasKey }: { meeting: Meeting; pageKey: string; hasKey: boolean }) {
  const say = useSay();
  const byKey = useKeysHere() && hasKey;
  const sending = useSending();
  const { allowed, refusal } = meeting.convening.viewerMay.reschedule;
  const prove = refusal?.code === 'STEP_UP_REQUIRED';
  if (!allowed && !prove) return null;
  return (
    <Disclosure label={say('webConvening.move.open')} form="rescheduleMeeting">
      <div className="stack">
        <p>{say(meeting.state === 'CONVENED' ? 'webConvening.move.convened' : 'webConvening.move.planned')}</p>
        {prove && !byKey ? (
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
            {prove ? (
              <KeyButton act={(form) => movingAct(meeting, form)} hint={say('webConvening.move.keyHint')} label={say('webConvening.move.byKey')} back={`/meetings/${meeting.id}`} />
            ) : (
              <Button icon="calendar" busy={sending}>
                {say('webConvening.move.send')}
              </Button>
            )}
          </ActForm>
        )}
      </div>
    </Disclosure>
  );
}
