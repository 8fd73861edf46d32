import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CityMoment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { ObservationShown } from './observations.fields.ts';
import styles from './minutes.module.css';

interface ListProps {
  readonly list: readonly ObservationShown[];
  readonly mayAnswer: boolean;
  readonly pageKey: string;
}

/** Every observation, oldest first, with its answer or the way to answer. */
export function ObservationList({ list, mayAnswer, pageKey }: ListProps) {
  const say = useSay();
  return (
    <section className={styles.section} aria-labelledby="observations">
      <h2 id="observations">{say('webObservations.all')}</h2>
      {list.length === 0 && <p>{say('webObservations.none')}</p>}
      {list.map((observation) => (
        <One key={observation.id} observation={observation} mayAnswer={mayAnswer} pageKey={pageKey} />
      ))}
    </section>
  );
}

const toneOf = ({ kind, answer }: ObservationShown): Tone => (kind === 'AGREE' || answer ? 'done' : kind === 'CHANGE' ? 'waiting' : 'still');

function One({ observation, mayAnswer, pageKey }: { observation: ObservationShown; mayAnswer: boolean; pageKey: string }) {
  const say = useSay();
  const { id, kind, passage, quoted, text, office, party, moment, onEarlierText, answer } = observation;
  const standing = answer ? (answer.takenUp ? 'takenUp' : 'left') : 'open';
  return (
    <Card
      level={3}
      eyebrow={
        <>
          <bdi>{office}</bdi> (<bdi>{party.shortName}</bdi>), <CityMoment moment={moment} />
        </>
      }
      title={kind === 'AGREE' ? say('webObservations.agreed') : `${say(`webObservations.kind.${kind}`)} · ${say(`webObservations.passage.${passage}`)}`}
      status={kind === 'AGREE' ? undefined : <Status tone={toneOf(observation)}>{say(`webObservations.standing.${standing}`)}</Status>}
    >
      {quoted && (
        <blockquote dir="auto" className={styles.saved}>
          {quoted}
        </blockquote>
      )}
      {text && (
        <p dir="auto" className={styles.written}>
          {text}
        </p>
      )}
      {onEarlierText && <p className={styles.small}>{say('webObservations.onEarlierText')}</p>}
      {answer?.text && (
        <p dir="auto" className={styles.written}>
          <strong>{say('webObservations.answer')}</strong> {answer.text}
        </p>
      )}
      {mayAnswer && kind !== 'AGREE' && (
        <Disclosure label={say(answer ? 'webObservations.answerAgain' : 'webObservations.toAnswer')} form={`answerObservation:${id}`}>
          <ActForm idempotencyKey={keyOf(pageKey, `answerObservation:${id}`)} name={`answerObservation:${id}`}>
            <Answer id={id} />
          </ActForm>
        </Disclosure>
      )}
    </Card>
  );
}

function Answer({ id }: { id: string }) {
  const say = useSay();
  const options = [
    { value: 'yes', label: say('webObservations.standing.takenUp') },
    { value: 'no', label: say('webObservations.standing.left') },
  ];
  return (
    <>
      <input type="hidden" name="observationId" value={id} />
      <Choice legend={say('webObservations.outcome')} name="takenUp" options={options} chosen={useKept('takenUp') || undefined} required />
      <TextArea name="text" maxLength={2000} label={say('webObservations.why')} hint={say('webObservations.whyHint')} defaultValue={useKept('text')} />
      <Button busy={useSending()}>{say('webObservations.sendAnswer')}</Button>
    </>
  );
}
