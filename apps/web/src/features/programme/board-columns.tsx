import { useSay } from '../../base/language.tsx';
import styles from './board-columns.module.css';
import type { Board } from './plan-board.graphql.ts';
import { SheetCard } from './sheet-card.tsx';

/** Four columns beside one another on a wide screen, four stacked lists on a phone. */
export function BoardColumns({ board, pageKey }: { board: Board; pageKey: string }) {
  const say = useSay();
  return (
    <section aria-labelledby="columns" className="stack">
      <h2 id="columns">{say('webProgramme.board.columns')}</h2>
      <div className={styles.columns}>
        {board.columns.map(({ state, title, sheets }) => (
          <section key={state} aria-labelledby={`column-${state}`} className={styles.column}>
            <h3 id={`column-${state}`} className={styles.head}>
              {title} <span className={styles.count}>{say('webProgramme.board.count', { count: sheets.length })}</span>
            </h3>
            {sheets.map((sheet) => (
              <SheetCard key={sheet.id} sheet={sheet} column={state} plan={board.plan} pageKey={pageKey} />
            ))}
            {sheets.length === 0 && <p className={styles.empty}>{say(`webProgramme.board.empty.${state}`)}</p>}
          </section>
        ))}
      </div>
    </section>
  );
}
