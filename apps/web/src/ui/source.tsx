import { useSay } from '../base/language.tsx';
import styles from './source.module.css';
import { wordOf, type Source as Shown } from './source-words.ts';

/** The text a rule or a refusal rests on. */
export type Source = Shown;

/** Where a rule comes from, with the words quoted; our default is never shown as the partners' own rule. */
export function Source({ source }: { source: Shown }) {
  const say = useSay();
  const { reference, quote } = source;
  const known = wordOf(source);
  if (!known) return null;
  return (
    <figure className={styles.source}>
      {quote && (
        <blockquote className={styles.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      <figcaption>{say(`ui.refusal.source.${known.word}`, { reference, article: known.article })}</figcaption>
    </figure>
  );
}
