import { Link } from 'react-router';
import { ActButton } from '../../base/may-button.tsx';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Source } from '../../ui/source.tsx';
import styles from './move-sheet.module.css';
import type { Move, Plan, SheetOnBoard } from './plan-board.graphql.ts';

/** The acts of the plan: done here, with one button. */
export const actOf = { ADD_TO_PLAN: 'addToPlan', REMOVE_FROM_PLAN: 'removeFromPlan' } as const;

interface MoveProps {
  readonly sheet: SheetOnBoard;
  readonly moves: readonly Move[];
  readonly plan: Plan | null;
  readonly pageKey: string;
}

/** The way to one column: a button, a link to where it is done, or why not and by which rule. */
function Way({ move, sheet, plan, pageKey }: Omit<MoveProps, 'moves'> & { move: Move }) {
  const say = useSay();
  const { act, may, href, label, to } = move;
  const here = act === 'ADD_TO_PLAN' || act === 'REMOVE_FROM_PLAN' ? actOf[act] : undefined;
  return (
    <li className={styles.way}>
      <p>
        <strong>{say(`webProgramme.column.${to}`)}</strong> {may.refusal?.sentence}
      </p>
      {may.allowed && here && plan && <ActButton kind="secondary" name={`${here}:${sheet.id}`} label={label} pageKey={pageKey} fields={{ planId: plan.id, sheetId: sheet.id }} />}
      {may.allowed && href && (
        <Link to={href} className={styles.link}>
          {label} <Icon name="arrow" />
        </Link>
      )}
      {may.refusal?.source && <Source source={{ ...may.refusal.source, quote: null }} />}
    </li>
  );
}

/** « Déplacer vers… »: each other column, and what leads there. No dragging is ever needed. */
export function MoveSheet({ moves, ...rest }: MoveProps) {
  const say = useSay();
  return (
    <details className={styles.menu}>
      <summary className={styles.summary}>
        <Icon name="board" /> {say('webProgramme.move.menu')}
        <span className="unseen"> {rest.sheet.title}</span>
      </summary>
      <ul className={styles.ways}>
        {moves.map((move) => (
          <Way key={move.to} move={move} {...rest} />
        ))}
      </ul>
    </details>
  );
}
