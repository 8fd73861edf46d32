import { useSay } from '../base/language.tsx';
import styles from './source.module.css';

/** The text a rule or a refusal rests on. */
export interface Source {
  readonly kind: string;
  readonly reference: string;
  readonly quote: string | null;
}

const kinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;
type Kind = (typeof kinds)[number];

/** The one default that nobody may change: who may change the others. */
const fixed = 'C5 Q25';

/** Where a rule comes from, with the words quoted; our default is never shown as the partners' own rule. */
export function Source({ source: { kind, reference, quote } }: { source: Source }) {
  const say = useSay();
  const known = kinds.find((candidate): candidate is Kind => candidate === kind);
  if (!known) return null;
  return (
    <figure className={styles.source}>
      {quote && (
        <blockquote className={styles.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      <figcaption>{say(`ui.refusal.source.${reference === fixed ? 'FIXED' : known}`, { reference })}</figcaption>
    </figure>
  );
}
