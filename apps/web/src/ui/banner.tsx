import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { Icon, type IconName } from './icon.tsx';

export type BannerTone = 'info' | 'attention' | 'good';

const icons: Readonly<Record<BannerTone, IconName>> = { info: 'info', attention: 'alert', good: 'check' };

/** A message that stays: nothing here disappears by itself. `label` names the region for those who jump between regions. */
export function Banner({ tone = 'info', label, children }: { tone?: BannerTone; label?: string; children: ReactNode }) {
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role={label ? 'region' : undefined} aria-label={label}>
      <Icon name={icons[tone]} />
      <div className={styles.words}>{children}</div>
    </div>
  );
}
