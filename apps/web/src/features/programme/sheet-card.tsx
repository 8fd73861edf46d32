import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { ActionStatus } from './action-state.tsx';
import { actionPath } from './actions.graphql.ts';
import { Amounts } from './amounts.tsx';
import { MoveSheet } from './move-sheet.tsx';
import type { Move, Plan, SheetOnBoard } from './plan-board.graphql.ts';
import styles from './sheet-card.module.css';
import { SheetStatus } from './sheet-state.tsx';
import { Unsynced } from './unsynced.tsx';

interface SheetCardProps {
  readonly sheet: SheetOnBoard;
  readonly moves: readonly Move[];
  /** The card that the Tab key reaches first. */
  readonly first: boolean;
  readonly plan: Plan | null;
  readonly pageKey: string;
}

/** A fiche on the board: what it is, where it stands, who stands behind it, what it costs, where it can go. */
export function SheetCard({ sheet, moves, first, plan, pageKey }: SheetCardProps) {
  const say = useSay();
  const axis = sheet.axis ? say('webProgramme.card.axis', { number: sheet.axis.number }) : say('webProgramme.card.outsideAxes');
  const validated = sheet.validations.map(({ party }) => party.shortName);
  return (
    <article id={`sheet-${sheet.id}`} aria-labelledby={`title-${sheet.id}`} tabIndex={first ? 0 : -1} data-card="" className={styles.card}>
      <p className={styles.axis}>
        {axis} · {say(`webProgramme.kind.${sheet.kind}`)}
      </p>
      <h4 id={`title-${sheet.id}`} className={styles.title} dir="auto">
        <Link to={`/sheets/${sheet.id}`} className={styles.link}>
          {sheet.title}
        </Link>
      </h4>
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
      {sheet.followedAction && (
        <>
          <ActionStatus action={sheet.followedAction} />
          <Link to={actionPath(sheet.followedAction.id)} className={styles.link}>
            {say('webActions.follow')}
          </Link>
        </>
      )}
      {moves.length > 0 && <MoveSheet sheet={sheet} moves={moves} plan={plan} pageKey={pageKey} />}
    </article>
  );
}
