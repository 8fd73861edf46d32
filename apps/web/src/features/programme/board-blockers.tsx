import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './board-blockers.module.css';
import type { Blocker } from './plan-board.graphql.ts';

/** Where it is lifted: the fiche itself, the committee's meetings, the minutes, or the acts of this page. */
function placeOf({ code, subjectKind, subjectId }: Blocker): string {
  if (subjectKind === 'projectSheet') return code === 'SHEET_TO_RETAIN' ? `#sheet-${subjectId}` : `/sheets/${subjectId}`;
  if (code === 'PLAN_TO_DECIDE') return '/meetings';
  if (code === 'MINUTES_TO_SIGN') return '/minutes';
  return '#acts';
}

/** What still stands between today and an executory plan: a sentence and the place where it is lifted, each one tap away. */
export function BoardBlockers({ blockers }: { blockers: readonly Blocker[] }) {
  const say = useSay();
  return (
    <section id="blockers" aria-labelledby="blockers-title" className={styles.blockers}>
      <h2 id="blockers-title">{say('webProgramme.board.blockers', { count: blockers.length })}</h2>
      {blockers.length === 0 && <EmptyState title={say('webProgramme.board.nothingBlocks')} />}
      <ul className={styles.list}>
        {blockers.map((blocker) => (
          <li key={`${blocker.code}-${blocker.subjectId}-${blocker.sentence}`}>
            <Link to={placeOf(blocker)} className={styles.blocker}>
              <span dir="auto">{blocker.sentence}</span>
              <Icon name="arrow" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
