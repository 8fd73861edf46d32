import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Select } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { MoveButton, Moves, MovesForm } from './movements.tsx';
import type { Meeting, PartyNamed, Presence, SeatShown } from './meeting.graphql.ts';
import styles from './record-attendance.module.css';

const tones: Readonly<Record<Presence, Tone>> = { PRESENT: 'done', REMOTE: 'done', EXCUSED: 'still', ABSENT: 'stopped', NO_ANSWER: 'waiting' };
type Entry = Meeting['attendance'][number];

/** To whom an absent member gives her voice: asked of an absence only, among her own side (C5 Q5). */
function Power({ entry: { seat, proxy }, holders }: { entry: Entry; holders: readonly SeatShown[] }) {
  const say = useSay();
  const name = `power.${seat.id}`;
  const holder = proxy?.holder.id ?? '';
  const chosen = useKept(name, holder);
  return (
    <div className={styles.power}>
      <input type="hidden" name={`powerWas.${seat.id}`} value={holder} />
      <Select name={name} later label={say('webMeetings.attendance.power')} defaultValue={chosen}>
        <option value="">{say('webMeetings.attendance.noPower')}</option>
        {holders.map(({ id, office }) => (
          <option key={id} value={id}>
            {office}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** One tap says how this member takes part. */
function Member({ entry, choices, expected, holders }: { entry: Entry; choices: readonly Presence[]; expected: Presence | null; holders: readonly SeatShown[] }) {
  const say = useSay();
  const { seat, presence } = entry;
  const name = `presence.${seat.id}`;
  // What she answered is proposed, and recorded only when the sheet is kept.
  const chosen = useKept(name, presence === 'NO_ANSWER' ? (expected ?? presence) : presence);
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
      {holders.length > 0 && <Power entry={entry} holders={holders} />}
    </fieldset>
  );
}

const partiesOf = (attendance: readonly Entry[]): PartyNamed[] => [...new Map(attendance.map(({ seat }) => [seat.party.id, seat.party])).values()];

function Sheet({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const expectedOf = (seatId: string): Presence | null => meeting.convening.members?.find(({ seat }) => seat.id === seatId)?.expected ?? null;
  const { perHolder, source } = meeting.proxyTerms;
  const holdersFor = ({ seat }: Entry): SeatShown[] => (perHolder === 0 ? [] : meeting.attendance.map((entry) => entry.seat).filter(({ id, party }) => id !== seat.id && party.id === seat.party.id));
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
                <Member key={`${entry.seat.id} ${entry.presence} ${entry.proxy?.holder.id ?? ''}`} entry={entry} choices={choices} expected={expectedOf(entry.seat.id)} holders={holdersFor(entry)} />
              ))}
          </section>
        ))}
      </div>
      {perHolder > 0 && (
        <div>
          <p>{say('webMeetings.attendance.powerRule', { count: perHolder })}</p>
          <Source source={source} />
        </div>
      )}
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

function Line({ entry, moves }: { entry: Entry; moves: boolean }) {
  const say = useSay();
  const { seat, presence, proxy, there } = entry;
  const gone = !there && (presence === 'PRESENT' || presence === 'REMOTE');
  return (
    <li className={styles.line}>
      <span>
        <bdi>{seat.office}</bdi>
        {proxy && <small className={styles.carried}>{say(proxy.counts ? 'webMeetings.attendance.carries' : 'webMeetings.attendance.idle', { name: proxy.holder.office })}</small>}
      </span>
      <span className={styles.side}>
        <Status tone={gone ? 'still' : tones[presence]}>{say(gone ? 'webMeetings.movements.gone' : `webMeetings.presence.${presence}`)}</Status>
        {moves && <MoveButton entry={entry} />}
      </span>
    </li>
  );
}

function List({ attendance, moves }: { attendance: readonly Entry[]; moves: boolean }) {
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
              .map((entry) => (
                <Line key={entry.seat.id} entry={entry} moves={moves} />
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
  const moves = sitting && meeting.viewerMay.noteMovement.allowed;
  return (
    <section id="attendance" aria-labelledby="attendance-title" className="stack">
      <h2 id="attendance-title">{say('webMeetings.attendance.title')}</h2>
      {keeps && !sitting && <Sheet meeting={meeting} pageKey={pageKey} />}
      {!(keeps && !sitting) && (moves ? <MovesForm meeting={meeting} pageKey={pageKey}><List attendance={meeting.attendance} moves /></MovesForm> : <List attendance={meeting.attendance} moves={false} />)}
      <Moves meeting={meeting} pageKey={pageKey} />
      {keeps && sitting && (
        <Disclosure label={say('webMeetings.attendance.change')} form="recordAttendance">
          <Sheet meeting={meeting} pageKey={pageKey} />
        </Disclosure>
      )}
    </section>
  );
}
