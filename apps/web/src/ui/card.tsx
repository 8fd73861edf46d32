import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title: ReactNode;
  /** Above the title: its kind, its number. */
  readonly eyebrow?: ReactNode;
  readonly status?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons and links, in the order of reading. */
  readonly actions?: ReactNode;
  /** Depth of the title in the page's outline. */
  readonly level?: 2 | 3;
  /** The one that waits for this person carries a mark on its leading edge. */
  readonly mine?: boolean;
}

/** One thing: what it is, where it stands, what can be done. */
export function Card({ title, eyebrow, status, children, actions, level = 2, mine = false }: CardProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <article className={mine ? `${styles.card} ${styles.mine}` : styles.card}>
      <header className={styles.head}>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <Title className={styles.title} dir="auto">
          {title}
        </Title>
        {status}
      </header>
      {children}
      {actions && <div className={styles.actions} data-screen-only="">{actions}</div>}
    </article>
  );
}
