import { useVoice } from '../../base/language.tsx';
import { moneyInWords } from '../../base/money.ts';
import styles from './amounts.module.css';
import type { Amount } from './budget.graphql.ts';

/** Totals, one per currency: currencies are never added together. */
export function Amounts({ amounts, none }: { amounts: readonly Amount[]; none?: string }) {
  const { language } = useVoice();
  if (amounts.length === 0) return none ? <p>{none}</p> : null;
  return (
    <ul className={styles.amounts}>
      {amounts.map((amount) => (
        <li key={amount.currency}>
          <bdi suppressHydrationWarning>{moneyInWords(language, amount)}</bdi>
        </li>
      ))}
    </ul>
  );
}
