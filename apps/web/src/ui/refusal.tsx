import type { Ref } from 'react';
import { useSay } from '../base/language.tsx';
import { Icon } from './icon.tsx';
import styles from './refusal.module.css';

/** Where the rule comes from: our default is never shown as the partners' own rule. */
export interface Source {
  readonly kind: string;
  readonly reference: string;
  readonly quote: string | null;
}

const kinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;
type Kind = (typeof kinds)[number];

interface RefusalProps {
  readonly sentence: string;
  readonly source?: Source | null;
  readonly ref?: Ref<HTMLDivElement>;
}

/** An expected « no »: what, why, and the text it rests on. Focusable, so that a form can bring the reader to it. */
export function Refusal({ sentence, source, ref }: RefusalProps) {
  const say = useSay();
  const kind = kinds.find((known): known is Kind => known === source?.kind);
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={styles.refusal}>
      <p className={styles.head}>
        <Icon name="alert" /> {say('ui.refusal.title')}
      </p>
      <p dir="auto">{sentence}</p>
      {source && kind && (
        <figure className={styles.source}>
          {source.quote && (
            <blockquote className={styles.quote} dir="auto">
              {source.quote}
            </blockquote>
          )}
          <figcaption>{say(`ui.refusal.source.${kind}`, { reference: source.reference })}</figcaption>
        </figure>
      )}
    </div>
  );
}
