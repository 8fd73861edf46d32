import { Link } from 'react-router';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { Board } from './plan-board.graphql.ts';

/** A plan that a paper adopted says so; where there is none yet, a coordinator is shown where one would be taken up. */
export function TakenUpNote({ board: { plan, year }, where }: { board: Board; where: Here }) {
  const say = useSay();
  if (plan?.takenUp)
    return (
      <Banner>
        <p>
          {plan.takenUp.sentence} <Link to={`/joining/minutes/${plan.takenUp.paperMinutesId}`}>{say('webJoining.paperRead')}</Link>
        </p>
      </Banner>
    );
  if (plan || !where.myCategories.includes('COORDINATOR')) return null;
  return (
    <p>
      <Link to={`/joining/plan/${year}`}>{say('webJoining.planAlready', { year: String(year) })}</Link>
    </p>
  );
}
