import { Link } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { MinutesShown } from './minutes.graphql.ts';
import { ObservationList } from './observation-list.tsx';
import type { ObservationsShown } from './observations.fields.ts';
import { passages } from './observations.graphql.ts';
import styles from './minutes.module.css';

interface ObservationsProps {
  readonly minutes: MinutesShown;
  readonly pageKey: string;
  readonly done: string | null;
}

const doneSentences = ['observed', 'answered'] as const;

/** All that those who were there said of a draft PV, what was answered, and the way to say something. */
export function Observations({ minutes, pageKey, done }: ObservationsProps) {
  const { say, language } = useVoice();
  const { id, number, observations, viewerMay, facts } = minutes;
  const said = doneSentences.find((known) => known === done);
  const { allowed, refusal } = viewerMay.observe;
  const day = facts.opened[0]?.civilDate ?? '';
  const title = number ?? say('webMinutes.draftTitle');
  return (
    <>
      <PageHeader
        title={say('webObservations.title')}
        eyebrow={
          <Link to={`/minutes/${id}`}>
            <bdi>{title}</bdi> · {day && dateInWords(language, day)}
          </Link>
        }
        lead={say('webObservations.lead')}
      />
      {said && <Banner tone="good">{say(`webObservations.done.${said}`)}</Banner>}
      {!observations && <p>{say('webObservations.notYet')}</p>}
      {observations && <Delay observations={observations} />}
      {allowed && <Write pageKey={pageKey} />}
      {!allowed && refusal && <WhyNot label={say('webObservations.write')} sentence={refusal.sentence} source={refusal.source} />}
      {observations && <ObservationList list={observations.list} mayAnswer={viewerMay.answerObservation.allowed} pageKey={pageKey} />}
    </>
  );
}

function Delay({ observations: { until, isOpen, silent, source } }: { observations: ObservationsShown }) {
  const { say, language } = useVoice();
  return (
    <section className={styles.section} aria-labelledby="delay">
      <h2 id="delay">{say('webObservations.delay')}</h2>
      {until && <p>{say(isOpen ? 'webObservations.openUntil' : 'webObservations.closedOn', { day: dateInWords(language, until, 'long') })}</p>}
      {silent.length > 0 && (
        <details className={styles.fold}>
          <summary>{say('webObservations.silent', { count: silent.length })}</summary>
          <ul>
            {silent.map((office) => (
              <li key={office}>
                <bdi>{office}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Source source={source} />
    </section>
  );
}

/** « D'accord » in one gesture; a remark or a request with its words. */
function Write({ pageKey }: { pageKey: string }) {
  const say = useSay();
  return (
    <section className={styles.section} aria-labelledby="write">
      <h2 id="write">{say('webObservations.write')}</h2>
      <ActForm idempotencyKey={keyOf(pageKey, 'observeMinutes:agree')} name="observeMinutes:agree">
        <Agree />
      </ActForm>
      <ActForm idempotencyKey={keyOf(pageKey, 'observeMinutes')} name="observeMinutes">
        <Words />
      </ActForm>
    </section>
  );
}

function Agree() {
  const say = useSay();
  return (
    <>
      <input type="hidden" name="kind" value="AGREE" />
      <Button icon="check" kind="secondary" busy={useSending()}>
        {say('webObservations.kind.AGREE')}
      </Button>
    </>
  );
}

function Words() {
  const say = useSay();
  const kinds = (['REMARK', 'CHANGE'] as const).map((value) => ({ value, label: say(`webObservations.kind.${value}`), consequence: say(`webObservations.consequence.${value}`) }));
  const passage = useKept('passage', 'whole');
  return (
    <>
      <Choice legend={say('webObservations.what')} name="kind" options={kinds} chosen={useKept('kind', 'REMARK')} required />
      <Select name="passage" label={say('webObservations.where')} defaultValue={passage} required>
        {passages.map((part) => (
          <option key={part} value={part}>
            {say(`webObservations.passage.${part}`)}
          </option>
        ))}
      </Select>
      <TextArea name="quoted" rows={2} maxLength={2000} label={say('webObservations.quoted')} hint={say('webObservations.quotedHint')} defaultValue={useKept('quoted')} />
      <TextArea name="text" required maxLength={2000} label={say('webObservations.text')} defaultValue={useKept('text')} />
      <Button busy={useSending()}>{say('webObservations.send')}</Button>
    </>
  );
}
