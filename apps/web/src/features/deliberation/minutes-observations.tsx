import { dateInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Source } from '../../ui/source.tsx';
import { observationsPath } from './observations.graphql.ts';
import type { MinutesShown } from './minutes.graphql.ts';
import styles from './minutes.module.css';

/** Beside the PV, never in it: until when its draft is observed, what still waits, and the way to all that was said. */
export function MinutesObservations({ minutes: { id, state, observations, viewerMay } }: { minutes: MinutesShown }) {
  const { say, language } = useVoice();
  if (!observations) return null;
  const { until, isOpen, list, silent, unanswered, source } = observations;
  const day = until ? dateInWords(language, until, 'long') : '';
  return (
    <section className={styles.section} aria-labelledby="minutes-observations" data-screen-only="">
      <h2 id="minutes-observations">{say('webObservations.title')}</h2>
      {until && <p>{say(isOpen ? 'webObservations.openUntil' : 'webObservations.closedOn', { day })}</p>}
      <p>{say('webObservations.count', { count: list.length })} {unanswered > 0 && say('webObservations.unanswered', { count: unanswered })}</p>
      {state === 'REVIEW' && isOpen && silent.length > 0 && viewerMay.finalise.allowed && <p className={styles.small}>{say('webObservations.early', { count: silent.length })}</p>}
      {until && <Source source={source} />}
      <LinkButton kind={viewerMay.observe.allowed || (unanswered > 0 && viewerMay.answerObservation.allowed) ? 'primary' : 'secondary'} icon="pen" to={observationsPath(id)}>
        {say(viewerMay.observe.allowed ? 'webObservations.write' : 'webObservations.read')}
      </LinkButton>
    </section>
  );
}
