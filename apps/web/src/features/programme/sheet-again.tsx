import { Link } from 'react-router';
import { ActForm } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { OlderSheet } from './draft-sheet.graphql.ts';
import styles from './draft-sheet.module.css';
import { SheetStatus } from './sheet-state.tsx';

interface SheetAgainProps {
  readonly year: number;
  readonly partnershipId: string;
  readonly older: { readonly year: number; readonly sheets: readonly OlderSheet[] };
  readonly pageKey: string;
}

/** « Reprendre une fiche de 2026 »: one tap, and all that it said is there again. */
export function SheetAgain({ year, partnershipId, older, pageKey }: SheetAgainProps) {
  const say = useSay();
  const others = [1, 2, 3, 0].map((back) => year - back).filter((one) => one !== older.year);
  return (
    <section id="again" aria-labelledby="again-title" className="stack">
      <h2 id="again-title">{say('webSheetHistory.again.title', { year: String(older.year) })}</h2>
      <p>{older.sheets.length > 0 ? say('webSheetHistory.again.lead') : say('webSheetHistory.again.none', { year: String(older.year) })}</p>
      {older.sheets.length > 0 && (
        <ActForm name="draftSheet:again" idempotencyKey={keyOf(pageKey, 'draftSheet:again')}>
          <input type="hidden" name="year" value={year} />
          <input type="hidden" name="partnershipId" value={partnershipId} />
          {older.sheets.map(({ id, title, state, authorParty }) => (
            <button key={id} type="submit" name="fromSheetId" value={id} className={styles.lead}>
              <span>
                <span dir="auto">{title}</span> <small className={styles.targets}><bdi>{authorParty.shortName}</bdi></small>
                <SheetStatus state={state} />
              </span>
              <Icon name="arrow" />
            </button>
          ))}
        </ActForm>
      )}
      <p className={styles.years}>
        {say('webSheetHistory.again.year')}{' '}
        {others.map((one) => (
          <Link key={one} to={`/sheets/new?year=${year}&from=${one}#again`}>
            {one}
          </Link>
        ))}
      </p>
    </section>
  );
}
