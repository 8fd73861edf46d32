import { useEffect } from 'react';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { actOf } from './move-sheet.tsx';
import styles from './plan-board.module.css';
import type { Board } from './plan-board.graphql.ts';

/** After a move: where the card is now, told aloud, with the way back while the rule allows it. The keyboard stays on the card. */
export function MovedNote({ board, moved, pageKey }: { board: Board; moved: string | null; pageKey: string }) {
  const say = useSay();
  const column = board.columns.find(({ sheets }) => sheets.some(({ id }) => id === moved));
  const sheet = column?.sheets.find(({ id }) => id === moved);
  const back = board.moves.find(({ sheetId, act, may }) => sheetId === moved && may.allowed && (act === 'ADD_TO_PLAN' || act === 'REMOVE_FROM_PLAN'));
  const place = column && `${column.state} ${moved}`;
  useEffect(() => {
    if (place) document.getElementById(`sheet-${moved}`)?.focus();
  }, [place, moved]);
  return (
    <div role="status" className={styles.moved}>
      {sheet && column && (
        <Banner tone="good">
          <p dir="auto">{say('webProgramme.move.done', { title: sheet.title, column: column.title })}</p>
          {back && board.plan && (
            <ActButton
              kind="quiet"
              name={`${actOf[back.act as keyof typeof actOf]}:undo`}
              label={say('webProgramme.move.undo', { column: board.columns.find(({ state }) => state === back.to)?.title ?? '' })}
              pageKey={pageKey}
              fields={{ planId: board.plan.id, sheetId: sheet.id }}
            />
          )}
        </Banner>
      )}
    </div>
  );
}
