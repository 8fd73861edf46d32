import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import type { Meeting } from './meeting.graphql.ts';
import styles from './record-attendance.module.css';

function NoteGuest({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  return (
    <Disclosure label={say('webMeetings.guests.open')} form="noteGuest">
      <ActForm name="noteGuest" idempotencyKey={keyOf(pageKey, 'noteGuest')}>
        <input type="hidden" name="meetingId" value={meeting.id} />
        <GuestFields />
        <Button kind="secondary" busy={sending}>
          {say('webMeetings.guests.send')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function GuestFields() {
  const say = useSay();
  return (
    <>
      <Field name="name" required maxLength={300} label={say('webMeetings.guests.name')} defaultValue={useKept('name')} />
      <Field name="capacity" maxLength={300} label={say('webMeetings.guests.capacity')} defaultValue={useKept('capacity')} />
    </>
  );
}

/** Who is heard without a voice: a person or an organisation, as the sheet says. */
export function Guests({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const keeps = meeting.viewerMay.noteGuest.allowed;
  if (!keeps && meeting.guests.length === 0) return null;
  return (
    <section id="guests" aria-labelledby="guests-title" className="stack">
      <h2 id="guests-title">{say('webMeetings.guests.title')}</h2>
      {keeps && <p>{say('webMeetings.guests.voiceless')}</p>}
      {meeting.guests.length === 0 && <p>{say('webMeetings.guests.none')}</p>}
      {meeting.guests.length > 0 && (
        <ul className={styles.list}>
          {meeting.guests.map(({ id, name, capacity }) => (
            <li key={id} className={styles.guest}>
              <span>
                <bdi>{name}</bdi>
                {capacity && (
                  <>
                    {' · '}
                    <bdi>{capacity}</bdi>
                  </>
                )}
              </span>
              {keeps && <ActButton name={`takeGuestOff:${id}`} kind="quiet" label={say('webMeetings.guests.off', { name })} pageKey={pageKey} fields={{ guestId: id }} />}
            </li>
          ))}
        </ul>
      )}
      {keeps && <NoteGuest meeting={meeting} pageKey={pageKey} />}
    </section>
  );
}
