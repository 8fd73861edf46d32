import type { ReactNode } from 'react';
import { useSay } from '../base/language.tsx';
import styles from './page-header.module.css';

interface PageHeaderProps {
  /** The page's name: its only h1, and the browser tab. */
  readonly title: string;
  /** In the tab before the title: « (2) » things to do. */
  readonly count?: number;
  readonly eyebrow?: ReactNode;
  readonly lead?: ReactNode;
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}

/** Opens every page: one h1, one sentence, where it stands, what can be done. */
export function PageHeader({ title, count = 0, eyebrow, lead, status, actions }: PageHeaderProps) {
  const say = useSay();
  return (
    <header className={styles.head}>
      <title>{`${count ? `(${count}) ` : ''}${title} — ${say('web.name')}`}</title>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <h1 dir="auto">{title}</h1>
      {status}
      {lead && <div className={styles.lead}>{lead}</div>}
      {actions && <div className={styles.actions} data-screen-only="">{actions}</div>}
    </header>
  );
}
