import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Amounts } from './amounts.tsx';
import { MoveSheet } from './move-sheet.tsx';
import type { ColumnName, Plan, SheetOnBoard } from './plan-board.graphql.ts';
import styles from './sheet-card.module.css';
import { SheetStatus } from './sheet-state.tsx';
import { Unsynced } from './unsynced.tsx';

interface SheetCardProps {
  readonly sheet: SheetOnBoard;
  readonly column: ColumnName;
  readonly plan: Plan | null;
  readonly pageKey: string;
}

/** A fiche on the board: what it is, where it stands, who stands behind it, what it costs, where it can go. */
export function SheetCard({ sheet, column, plan, pageKey }: SheetCardProps) {
  const say = useSay();
  const axis = sheet.axis ? say('webProgramme.card.axis', { number: sheet.axis.number }) : say('webProgramme.card.outsideAxes');
  const validated = sheet.validations.map(({ party }) => party.shortName);
  return (
    <article id={`sheet-${sheet.id}`} className={styles.card}>
      <p className={styles.axis}>
        {axis} · {say(`webProgramme.kind.${sheet.kind}`)}
      </p>
      <h3 className={styles.title} dir="auto">
        <Link to={`/sheets/${sheet.id}`} className={styles.link}>
          {sheet.title}
        </Link>
      </h3>
      <SheetStatus state={sheet.state} />
      <Unsynced sheetId={sheet.id} />
      <p className={styles.parties}>
        {say('webProgramme.card.author')} <bdi>{sheet.authorParty.shortName}</bdi>
      </p>
      {validated.length > 0 && (
        <p className={styles.parties}>
          {say('webProgramme.card.validated')} <bdi>{validated.join(', ')}</bdi>
        </p>
      )}
      <Amounts amounts={sheet.budgetTotals} />
      {plan && column !== 'VALIDATED' && <MoveSheet sheet={sheet} from={column} plan={plan} pageKey={pageKey} />}
    </article>
  );
}
