import { MayButton } from '../../base/may-button.tsx';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { MinutesShown } from './minutes.graphql.ts';
import styles from './minutes.module.css';

/** What those who keep the minutes do next, by state; nobody else sees it. */
export function MinutesActs({ minutes, pageKey }: { minutes: MinutesShown; pageKey: string }) {
  const say = useSay();
  const { id, state, viewerMay } = minutes;
  const keeps = Object.values(viewerMay).some(({ allowed }) => allowed) && viewerMay.review.refusal?.code !== 'NOT_ALLOWED';
  if (state === 'EXECUTORY' && viewerMay.rectify.allowed)
    return (
      <section className={styles.acts} aria-labelledby="minutes-acts" data-screen-only="">
        <h2 id="minutes-acts">{say('webMinutes.acts.title')}</h2>
        <LinkButton kind="quiet" to={`/minutes/${id}/rectify`}>
          {say('webObservations.rectify.act')}
        </LinkButton>
      </section>
    );
  if (!keeps || state === 'EXECUTORY') return null;
  const inHand = state === 'DRAFT' || state === 'REVIEW';
  return (
    <section className={styles.acts} aria-labelledby="minutes-acts" data-screen-only="">
      <h2 id="minutes-acts">{say('webMinutes.acts.title')}</h2>
      {state === 'REVIEW' && (
        <MayButton name="finaliseMinutes" label={say('webMinutes.acts.finalise')} may={viewerMay.finalise} pageKey={pageKey} icon="lock" />
      )}
      {viewerMay.edit.allowed && (
        <LinkButton kind={state === 'DRAFT' ? 'primary' : 'secondary'} icon="pen" to={`/minutes/${id}/edit`}>
          {say(inHand ? 'webMinutes.acts.edit' : 'webMinutes.acts.correct')}
        </LinkButton>
      )}
      {state === 'DRAFT' && <MayButton name="reviewMinutes" label={say('webMinutes.acts.review')} may={viewerMay.review} pageKey={pageKey} kind="secondary" />}
      {viewerMay.returnToDraft.allowed && (
        <LinkButton kind="quiet" to={`/minutes/${id}/return`}>
          {say('webMinutes.acts.return')}
        </LinkButton>
      )}
    </section>
  );
}
