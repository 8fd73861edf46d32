import type { ReactNode } from 'react';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import type { Meeting } from './meeting.graphql.ts';
import styles from './record-attendance.module.css';

interface OnMeeting {
  readonly meeting: Meeting;
  readonly pageKey: string;
}

/** The point the room has come to: the one being voted, else the first that is still to be decided. */
function pointNow({ agenda, decisions }: Meeting): string {
  const stateOf = (item: Meeting['agenda'][number]) => decisions.find(({ id }) => id === item.decision?.id)?.state;
  return (agenda.find((item) => stateOf(item) === 'OPEN') ?? agenda.find((item) => ['ON_AGENDA', 'NOT_ADOPTED'].includes(stateOf(item) ?? '')) ?? agenda.at(-1))?.id ?? '';
}

/** One tap says who leaves and who comes, at the point chosen once above the list. */
export function MovesForm({ meeting, pageKey, children }: OnMeeting & { children: ReactNode }) {
  return (
    <ActForm name="noteMovement" idempotencyKey={keyOf(pageKey, 'noteMovement')}>
      <input type="hidden" name="meetingId" value={meeting.id} />
      <Point meeting={meeting} />
      {children}
    </ActForm>
  );
}

function Point({ meeting }: Pick<OnMeeting, 'meeting'>) {
  const say = useSay();
  const now = pointNow(meeting);
  const chosen = useKept('agendaItemId', now);
  return (
    <Select key={now} name="agendaItemId" later label={say('webMeetings.movements.at')} hint={say('webMeetings.movements.hint')} defaultValue={chosen}>
      {meeting.agenda.map(({ id, place, title }) => (
        <option key={id} value={id}>
          {say('webMeetings.movements.point', { place, title })}
        </option>
      ))}
      <option value="">{say('webMeetings.movements.noPoint')}</option>
    </Select>
  );
}

/** « Départ » of whoever is there, « Arrivée » of whoever is not. */
export function MoveButton({ entry: { seat, there } }: { entry: Meeting['attendance'][number] }) {
  const say = useSay();
  const sending = useSending();
  const kind = there ? 'LEFT' : 'ARRIVED';
  return (
    <Button kind="quiet" name="move" value={`${kind}:${seat.id}`} busy={sending} aria-label={say(`webMeetings.movements.of.${kind}`, { name: seat.office })}>
      {say(`webMeetings.movements.${kind}`)}
    </Button>
  );
}

/** Who came and left so far; the last of each may be taken back. */
export function Moves({ meeting, pageKey }: OnMeeting) {
  const say = useSay();
  const { movements, viewerMay } = meeting;
  if (movements.length === 0) return null;
  return (
    <section aria-labelledby="moves-title" className="stack">
      <h3 id="moves-title">{say('webMeetings.movements.title')}</h3>
      <ul className={styles.list}>
        {movements.map(({ id, kind, seat, place, time, last }) => (
          <li key={id} className={styles.guest}>
            <span>{say(`webMeetings.movements.told.${kind}`, { name: seat.office, time, place: place ?? 0 })}</span>
            {last && viewerMay.noteMovement.allowed && <ActButton name={`takeBackMovement:${id}`} kind="quiet" label={say(`webMeetings.movements.undo.${kind}`)} pageKey={pageKey} fields={{ movementId: id }} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
