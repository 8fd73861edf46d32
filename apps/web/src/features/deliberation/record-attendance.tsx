import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Meeting, PartyNamed, Presence } from './meeting.graphql.ts';
import styles from './record-attendance.module.css';

const tones: Readonly<Record<Presence, Tone>> = { PRESENT: 'done', REMOTE: 'done', EXCUSED: 'still', ABSENT: 'stopped', NO_ANSWER: 'waiting' };
type Entry = Meeting['attendance'][number];

/** One tap says how this member takes part. */
function Member({ entry: { seat, presence }, choices }: { entry: Entry; choices: readonly Presence[] }) {
  const say = useSay();
  const name = `presence.${seat.id}`;
  const chosen = useKept(name, presence);
  return (
    <fieldset className={styles.member}>
      <input type="hidden" name={`was.${seat.id}`} value={presence} />
      <legend className={styles.office}>
        <span dir="auto">{seat.office}</span>
      </legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice} className={styles.choice}>
            <input type="radio" name={name} value={choice} defaultChecked={chosen === choice} />
            <span>{say(`webMeetings.presence.${choice}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const partiesOf = (attendance: readonly Entry[]): PartyNamed[] => [...new Map(attendance.map(({ seat }) => [seat.party.id, seat.party])).values()];

function Sheet({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const blank = meeting.attendance.some(({ presence }) => presence === 'NO_ANSWER');
  const everyone = meeting.mode === 'REMOTE' ? 'REMOTE' : 'PRESENT';
  const choices: readonly Presence[] = meeting.mode === 'IN_PERSON' ? ['PRESENT', 'EXCUSED', 'ABSENT'] : ['PRESENT', 'REMOTE', 'EXCUSED', 'ABSENT'];
  return (
    <ActForm name="recordAttendance" idempotencyKey={keyOf(pageKey, 'recordAttendance')}>
      <input type="hidden" name="meetingId" value={meeting.id} />
      <div className={styles.parties}>
        {partiesOf(meeting.attendance).map((party) => (
          <section key={party.id} className={styles.party}>
            <h3>
              <bdi>{party.shortName}</bdi>
            </h3>
            {meeting.attendance
              .filter(({ seat }) => seat.party.id === party.id)
              .map((entry) => (
                <Member key={`${entry.seat.id} ${entry.presence}`} entry={entry} choices={choices} />
              ))}
          </section>
        ))}
      </div>
      <div className="cluster">
        <Button kind="secondary" icon="check" busy={sending}>
          {say('webMeetings.attendance.save')}
        </Button>
        {blank && (
          <Button kind="quiet" name="everyone" value={everyone} icon="people" busy={sending}>
            {say(`webMeetings.attendance.everyone.${everyone}`)}
          </Button>
        )}
      </div>
    </ActForm>
  );
}

function List({ attendance }: { attendance: readonly Entry[] }) {
  const say = useSay();
  return (
    <div className={styles.parties}>
      {partiesOf(attendance).map((party) => (
        <section key={party.id} className={styles.party}>
          <h3>
            <bdi>{party.shortName}</bdi>
          </h3>
          <ul className={styles.list}>
            {attendance
              .filter(({ seat }) => seat.party.id === party.id)
              .map(({ seat, presence }) => (
                <li key={seat.id} className={styles.line}>
                  <span dir="auto">{seat.office}</span>
                  <Status tone={tones[presence]}>{say(`webMeetings.presence.${presence}`)}</Status>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Who takes part: the attendance sheet for those who keep it, the list for everyone else. */
export function Attendance({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  if (meeting.state === 'SCHEDULED' || meeting.state === 'CANCELLED') return null;
  const keeps = meeting.viewerMay.recordAttendance.allowed;
  const sitting = meeting.state === 'OPEN';
  return (
    <section id="attendance" aria-labelledby="attendance-title" className="stack">
      <h2 id="attendance-title">{say('webMeetings.attendance.title')}</h2>
      {keeps && !sitting ? <Sheet meeting={meeting} pageKey={pageKey} /> : <List attendance={meeting.attendance} />}
      {keeps && sitting && (
        <Disclosure label={say('webMeetings.attendance.change')} form="recordAttendance">
          <Sheet meeting={meeting} pageKey={pageKey} />
        </Disclosure>
      )}
    </section>
  );
}
