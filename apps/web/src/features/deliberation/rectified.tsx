import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { MinutesShown } from './minutes.graphql.ts';

/** Which PV this one rectifies and why; which one rectifies it. */
export function Rectified({ minutes: { rectifies, rectifiesReason, rectifiedBy } }: { minutes: MinutesShown }) {
  const say = useSay();
  if (!rectifies && !rectifiedBy) return null;
  return (
    <Banner label={say('webObservations.rectify.label')}>
      {rectifies && (
        <p>
          {say('webObservations.rectify.rectifies')} <Link to={`/minutes/${rectifies.id}`}><bdi>{rectifies.number}</bdi></Link>. <bdi>{rectifiesReason}</bdi>
        </p>
      )}
      {rectifiedBy && (
        <p>
          {say(rectifiedBy.state === 'EXECUTORY' ? 'webObservations.rectify.rectifiedBy' : 'webObservations.rectify.underWay')} <Link to={`/minutes/${rectifiedBy.id}`}><bdi>{rectifiedBy.number ?? say('webMinutes.draftTitle')}</bdi></Link>.
        </p>
      )}
    </Banner>
  );
}
