import { Link } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { toNote, type HandsMeeting } from './hands.graphql.ts';
import type { SeatShown } from './meeting.graphql.ts';
import { seatName } from './seat-name.ts';
import styles from './note-hands.module.css';

/** A voter who may not have been for: pour unless said otherwise; « contre » asks for its reason. */
function Voter({ decisionId, seat }: { decisionId: string; seat: SeatShown }) {
  const say = useSay();
  const choice = `choice.${decisionId}.${seat.id}`;
  const reason = `reason.${decisionId}.${seat.id}`;
  const chosen = useKept(choice);
  const name = seatName(seat);
  return (
    <li className={styles.voter}>
      <label className={styles.pick}>
        <span dir="auto">{name}</span>
        <select name={choice} defaultValue={chosen} aria-label={say('webHands.page.choice', { name })}>
          <option value="">{say('webHands.page.FOR')}</option>
          <option value="AGAINST">{say('webHands.page.AGAINST')}</option>
          <option value="ABSTAIN">{say('webHands.page.ABSTAIN')}</option>
        </select>
      </label>
      <div className={styles.reason}>
        <Field name={reason} later label={say('webHands.page.reason', { name })} maxLength={2000} defaultValue={useKept(reason)} />
      </div>
    </li>
  );
}

function Round({ decision, voters }: { decision: HandsMeeting['decisions'][number]; voters: readonly SeatShown[] }) {
  const say = useSay();
  const ticked = useKept(`noted.${decision.id}`) !== '';
  const kept = useKept(`round.${decision.id}`) !== '';
  return (
    <fieldset className={styles.round}>
      <legend className={styles.legend}>
        <span className={styles.number}>{say('webMeetings.decision.number', { place: decision.place })}</span> <span dir="auto">{decision.title}</span>
      </legend>
      <input type="hidden" name={`round.${decision.id}`} value="asked" />
      {decision.text !== decision.title && (
        <p dir="auto" className={styles.text}>
          {decision.text}
        </p>
      )}
      <Tick name={`noted.${decision.id}`} ticked={ticked}>
        {say('webHands.page.noted')}
      </Tick>
      <details className={styles.except} open={(kept && !ticked) || undefined}>
        <summary>{say('webHands.page.except')}</summary>
        <p className={styles.hint}>{say('webHands.page.exceptHint')}</p>
        <ul className={styles.voters}>
          {voters.map((seat) => (
            <Voter key={seat.id} decisionId={decision.id} seat={seat} />
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

/** Several decisions on one page, one confirmation: « unanimité constatée, sauf … ». */
export function NoteHandsPage({ meeting, pageKey }: { meeting: HandsMeeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const rounds = toNote(meeting);
  const { allowed, refusal } = meeting.viewerMay.noteHands;
  const back = <Link to={`/meetings/${meeting.id}`}>{say('webHands.page.back')}</Link>;
  const empty = rounds.length === 0 ? say('webHands.page.none') : meeting.votersNow.length === 0 ? say('webHands.page.noVoters') : undefined;
  return (
    <>
      <PageHeader title={say('webHands.page.title')} eyebrow={back} lead={<p>{say('webHands.page.lead')}</p>} />
      {!allowed && refusal && <WhyNot label={say('webHands.open')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && empty && <p>{empty}</p>}
      {allowed && !empty && (
        <ActForm name="noteHands" idempotencyKey={keyOf(pageKey, 'noteHands')}>
          <input type="hidden" name="meetingId" value={meeting.id} />
          <p className={styles.count}>{say('webHands.page.voters', { count: meeting.votersNow.length })}</p>
          {rounds.map((decision) => (
            <Round key={decision.id} decision={decision} voters={meeting.votersNow} />
          ))}
          <Button icon="people" busy={sending}>
            {say('webHands.page.send')}
          </Button>
        </ActForm>
      )}
    </>
  );
}
