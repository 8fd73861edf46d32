import { Link } from 'react-router';
import type { PublicLink } from './public.graphql.ts';

/** The PV that this one rectifies, or that rectifies it. */
export function Other({ sentence, other: { id, number } }: { sentence: string; other: PublicLink }) {
  return (
    <p>
      {sentence}{' '}
      <Link to={`/public/minutes/${id}`}>
        <bdi>{number}</bdi>
      </Link>
    </p>
  );
}
