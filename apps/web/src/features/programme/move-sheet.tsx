import { ActButton } from '../../base/may-button.tsx';
import type { May } from '../../base/may.ts';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './move-sheet.module.css';
import type { ColumnName, Plan, SheetOnBoard } from './plan-board.graphql.ts';

const columns = ['PROPOSED', 'EXAMINED', 'RETAINED', 'VALIDATED'] as const;

/** What brings a card there: an act of the plan here, else a sentence. */
const actTo: Readonly<Record<ColumnName, Partial<Record<ColumnName, 'addToPlan' | 'removeFromPlan'>>>> = {
  PROPOSED: {},
  EXAMINED: { RETAINED: 'addToPlan' },
  RETAINED: { EXAMINED: 'removeFromPlan' },
  VALIDATED: {},
};

interface MoveProps {
  readonly sheet: SheetOnBoard;
  readonly from: ColumnName;
  readonly plan: Plan | null;
  readonly pageKey: string;
}

/** « Déplacer vers… »: for each column, the button that leads there, or what does. No dragging is ever needed. */
export function MoveSheet({ sheet, from, plan, pageKey }: MoveProps) {
  const say = useSay();
  const may: May | undefined = plan?.viewerMay.addSheet;
  return (
    <details className={styles.menu}>
      <summary className={styles.summary}>
        <Icon name="board" /> {say('webProgramme.move.menu')}
        <span className="unseen"> {sheet.title}</span>
      </summary>
      <ul className={styles.ways}>
        {columns
          .filter((column) => column !== from)
          .map((column) => {
            const act = actTo[from][column];
            const way = `webProgramme.column.${column}` as const;
            return (
              <li key={column} className={styles.way}>
                {act && plan && may?.allowed ? (
                  <ActButton kind="secondary" name={`${act}:${sheet.id}`} label={say(`webProgramme.move.${act}`)} pageKey={pageKey} fields={{ planId: plan.id, sheetId: sheet.id }} />
                ) : (
                  <p>
                    <strong>{say(way)}</strong> {act && may?.refusal ? may.refusal.sentence : say(`webProgramme.move.by.${column}`)}
                  </p>
                )}
              </li>
            );
          })}
      </ul>
    </details>
  );
}
