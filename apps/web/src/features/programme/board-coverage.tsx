import { useSay } from '../../base/language.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './board-coverage.module.css';
import type { Coverage } from './plan-board.graphql.ts';

/** How the year covers the convention's axes; an axis without anything is shown, not hidden. A text without axes has no such part. */
export function BoardCoverage({ coverage }: { coverage: readonly Coverage[] }) {
  const say = useSay();
  if (coverage.length === 0) return null;
  return (
    <section aria-labelledby="coverage" className="stack">
      <h2 id="coverage">{say('webProgramme.board.coverage')}</h2>
      <ul className={styles.axes}>
        {coverage.map(({ axis, covered, uncovered, sentence }) => (
          <li key={axis.number} className={styles.axis}>
            <div>
              <p className={styles.title} dir="auto">
                {axis.title}
              </p>
              <p className={styles.sentence}>{sentence}</p>
            </div>
            {covered > 0 && <Status tone="done">{say('webProgramme.coverage.covered')}</Status>}
            {uncovered && <Status tone="stopped">{say('webProgramme.coverage.uncovered')}</Status>}
            {covered === 0 && !uncovered && <Status tone="waiting">{say('webProgramme.coverage.waiting')}</Status>}
          </li>
        ))}
      </ul>
    </section>
  );
}
