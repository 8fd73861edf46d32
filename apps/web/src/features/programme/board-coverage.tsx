import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './board-coverage.module.css';
import type { Board, Coverage } from './plan-board.graphql.ts';

function Covered({ covered, uncovered }: Coverage) {
  const say = useSay();
  if (covered > 0) return <Status tone="done">{say('webProgramme.coverage.covered')}</Status>;
  if (uncovered) return <Status tone="stopped">{say('webProgramme.coverage.uncovered')}</Status>;
  return <Status tone="waiting">{say('webProgramme.coverage.waiting')}</Status>;
}

/** How the year covers the convention's axes; an axis without anything is shown and named, not hidden. A text without axes has no such part. */
export function BoardCoverage({ board: { coverage, uncoveredSentence, year }, writes }: { board: Board; writes: boolean }) {
  const say = useSay();
  if (coverage.length === 0) return null;
  return (
    <section aria-labelledby="coverage" className="stack">
      <h2 id="coverage">{say('webProgramme.board.coverage')}</h2>
      {uncoveredSentence && <p>{uncoveredSentence}</p>}
      <ul className={styles.axes}>
        {coverage.map((line) => (
          <li key={line.axis.id} className={styles.axis}>
            <div>
              <p className={styles.title} dir="auto">
                {line.axis.title}
              </p>
              <p className={styles.sentence}>{line.sentence}</p>
              {writes && line.axis.active && line.covered === 0 && (
                <Link to={`/sheets/new?year=${year}&axis=${line.axis.id}#${line.leads > 0 ? `axis-${line.axis.id}` : 'own'}`} className={styles.propose} data-screen-only="">
                  <Icon name="plus" /> {say('webProgramme.coverage.propose')}
                  <span className="unseen"> {line.axis.number}</span>
                </Link>
              )}
            </div>
            <Covered {...line} />
          </li>
        ))}
      </ul>
    </section>
  );
}
