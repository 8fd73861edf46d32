import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Convening, Reply } from './convening.graphql.ts';
import styles from './convening.module.css';
import type { Meeting } from './meeting.graphql.ts';

interface AnswerProps {
  readonly meeting: Meeting;
  readonly pageKey: string;
}

const tones: Readonly<Record<Reply, Tone>> = { COMING: 'done', REMOTE: 'done', NOT_COMING: 'stopped' };

/** One tap says it; a word may go along. */
function Form({ meeting: { id, mode, convening }, pageKey }: AnswerProps) {
  const say = useSay();
  const sending = useSending();
  const note = useKept('note', convening.mine?.outdated ? '' : convening.mine?.note);
  const here: readonly Reply[] = mode === 'REMOTE' ? ['REMOTE', 'NOT_COMING'] : ['COMING', 'REMOTE', 'NOT_COMING'];
  const replies = here.filter((reply) => reply !== 'REMOTE' || convening.fromAfar);
  return (
    <ActForm name="answerConvocation" idempotencyKey={keyOf(pageKey, 'answerConvocation')}>
      <input type="hidden" name="meetingId" value={id} />
      <Disclosure label={say('webConvening.answer.addNote')} open={note !== ''}>
        <TextArea name="note" rows={2} maxLength={2000} label={say('webConvening.answer.note')} hint={say('webConvening.answer.noteHint')} defaultValue={note} />
      </Disclosure>
      <div className={styles.replies}>
        {replies.map((reply) => (
          <Button key={reply} name="reply" value={reply} kind={reply === replies[0] ? 'primary' : 'secondary'} busy={sending}>
            {say(`webConvening.answer.${reply}`)}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}

function Given({ mine: { reply, note } }: { mine: NonNullable<Convening['mine']> }) {
  const say = useSay();
  if (!reply) return null;
  return (
    <>
      <Status tone={tones[reply]}>{say('webConvening.answer.mine', { reply })}</Status>
      {note && <p dir="auto">{note}</p>}
    </>
  );
}

/** A member called says whether she comes, and may say otherwise until the meeting opens. */
export function AnswerConvocation({ meeting, pageKey }: AnswerProps) {
  const say = useSay();
  const { mine, viewerMay } = meeting.convening;
  if (!mine || meeting.state !== 'CONVENED' || !viewerMay.answer.allowed) return null;
  const answered = mine.reply !== null && !mine.outdated;
  return (
    <section id="answer" aria-labelledby="answer-title" className={answered ? styles.answered : styles.asked}>
      <h2 id="answer-title">{say('webConvening.answer.title')}</h2>
      {answered ? <Given mine={mine} /> : <p>{say(mine.outdated ? 'webConvening.answer.outdated' : 'webConvening.answer.lead')}</p>}
      {answered ? (
        <Disclosure label={say('webConvening.answer.change')} form="answerConvocation">
          <Form meeting={meeting} pageKey={pageKey} />
        </Disclosure>
      ) : (
        <Form meeting={meeting} pageKey={pageKey} />
      )}
    </section>
  );
}
