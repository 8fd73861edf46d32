import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './board-blockers.module.css';
import type { Blocker } from './plan-board.graphql.ts';

/** What still stands between today and an executory plan: a sentence and the very place where it is lifted, each one tap away. */
export function BoardBlockers({ blockers }: { blockers: readonly Blocker[] }) {
  const say = useSay();
  return (
    <section id="blockers" aria-labelledby="blockers-title" className={styles.blockers}>
      <h2 id="blockers-title">{say('webProgramme.board.blockers', { count: blockers.length })}</h2>
      {blockers.length === 0 && <EmptyState title={say('webProgramme.board.nothingBlocks')} />}
      <ul className={styles.list}>
        {blockers.map(({ code, subjectId, sentence, href }) => (
          <li key={`${code}-${subjectId}-${sentence}`}>
            <Link to={href} className={styles.blocker}>
              <span dir="auto">{sentence}</span>
              <Icon name="arrow" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
