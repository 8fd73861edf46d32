import { useVoice } from '../../base/language.tsx';
import { moneyInWords } from '../../base/money.ts';
import { Table } from '../../ui/table.tsx';
import styles from './budget-table.module.css';
import type { Amount, BudgetSums, BudgetTable as Shown } from './budget.graphql.ts';

/** Amounts of one cell, one under the other: currencies are never added together. */
function Cell({ amounts }: { amounts: readonly Amount[] }) {
  const { language } = useVoice();
  if (amounts.length === 0) return <span aria-hidden="true">–</span>;
  return (
    <ul className={styles.cell}>
      {amounts.map((one) => (
        <li key={one.currency}>
          <bdi suppressHydrationWarning>{moneyInWords(language, one)}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface Row {
  readonly name: string;
  readonly sums: BudgetSums;
  readonly whole: boolean;
}

/** Who pays how much, in cash and in kind, and what it all comes to; every column and every row adds up to the cent. */
export function BudgetTable({ budget }: { budget: Shown }) {
  const { say } = useVoice();
  const { rows, whole, conversions, rates, rounding } = budget;
  if (rows.length === 0) return <p>{say('webProgramme.board.noTotals')}</p>;
  const shown: Row[] = [...rows.map((row) => ({ ...row, whole: false })), { name: say('webProgramme.money.whole'), sums: whole, whole: true }];
  const amounts = (pick: keyof BudgetSums) => (row: Row) => {
    const cell = <Cell amounts={row.sums[pick]} />;
    return row.whole || pick === 'totals' ? <strong>{cell}</strong> : cell;
  };
  const said = conversions.filter(({ total }) => total);
  const unsaid = conversions.filter(({ total }) => !total);
  return (
    <div className="stack">
      <Table<Row>
        caption={say('webProgramme.money.table')}
        rows={shown}
        keyOf={({ name, whole: last }) => `${name} ${last}`}
        columns={[
          { head: say('webProgramme.field.payer'), cell: ({ name, whole: last }) => (last ? <strong>{name}</strong> : <bdi>{name}</bdi>) },
          { head: say('webProgramme.budgetKind.CASH'), cell: amounts('cash'), figures: true },
          { head: say('webProgramme.budgetKind.IN_KIND'), cell: amounts('inKind'), figures: true },
          { head: say('webProgramme.field.total'), cell: amounts('totals'), figures: true },
          ...said.map(({ currency }, place) => ({
            head: say('webProgramme.money.converted', { currency }),
            cell: ({ sums, whole: last }: Row) => {
              const cell = <Cell amounts={sums.converted.slice(place, place + 1)} />;
              return last ? <strong>{cell}</strong> : cell;
            },
            figures: true,
          })),
        ]}
      />
      {rates.length > 0 && (
        <ul className={styles.rates} aria-label={say('webProgramme.money.rates')}>
          {rates.map(({ id, equation, sentence }) => (
            <li key={id}>
              <bdi className={styles.equation}>{equation}</bdi> <span dir="auto">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {rounding && <p className={styles.note}>{rounding}</p>}
      {unsaid.map(({ currency, sentence }) => (
        <p key={currency} className={styles.note}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
