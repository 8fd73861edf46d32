import { useSay } from '../../base/language.tsx';
import styles from './board-columns.module.css';
import { boardKeys } from './board-keys.ts';
import type { Board } from './plan-board.graphql.ts';
import { SheetCard } from './sheet-card.tsx';

/** Four columns beside one another on a wide screen, four stacked lists on a phone. */
export function BoardColumns({ board, pageKey }: { board: Board; pageKey: string }) {
  const say = useSay();
  const [first] = board.columns.flatMap(({ sheets }) => sheets);
  return (
    <section aria-labelledby="columns" className="stack" onKeyDown={boardKeys}>
      <h2 id="columns">{say('webProgramme.board.columns')}</h2>
      {first && (
        <p className={styles.keys} data-screen-only="">
          {say('webProgramme.move.keys')}
        </p>
      )}
      <div className={styles.columns}>
        {board.columns.map(({ state, title, sheets }) => (
          <section key={state} aria-labelledby={`column-${state}`} className={styles.column} data-column="">
            <h3 id={`column-${state}`} className={styles.head}>
              {title} <span className={styles.count}>{say('webProgramme.board.count', { count: sheets.length })}</span>
            </h3>
            {sheets.map((sheet) => (
              <SheetCard key={sheet.id} sheet={sheet} moves={board.moves.filter(({ sheetId }) => sheetId === sheet.id)} plan={board.plan} first={sheet === first} pageKey={pageKey} />
            ))}
            {sheets.length === 0 && <p className={styles.empty}>{say(`webProgramme.board.empty.${state}`)}</p>}
          </section>
        ))}
      </div>
    </section>
  );
}
