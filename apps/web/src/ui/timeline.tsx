import type { ReactNode } from 'react';
import { useSay } from '../base/language.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './timeline.module.css';

/** A step in time: behind us, in our hands, ahead, or missed. */
export interface Moment {
  readonly id: string;
  readonly state: 'past' | 'present' | 'future' | 'missed';
  readonly title: ReactNode;
  readonly when?: ReactNode;
  readonly detail?: ReactNode;
}

const icons: Readonly<Record<Moment['state'], IconName>> = { past: 'check', present: 'arrow', future: 'clock', missed: 'cross' };

/** Steps in order. The state is drawn, coloured, and said in words to those who hear the page. */
export function Timeline({ label, moments }: { label: string; moments: readonly Moment[] }) {
  const say = useSay();
  return (
    <ol className={styles.timeline} aria-label={label}>
      {moments.map(({ id, state, title, when, detail }) => (
        <li key={id} className={`${styles.moment} ${styles[state]}`} aria-current={state === 'present' ? 'step' : undefined}>
          <span className={styles.mark}>
            <Icon name={icons[state]} />
          </span>
          <div>
            <p className={styles.title}>
              <span className="unseen">{say(`ui.timeline.${state}`)} </span>
              {title}
            </p>
            {when && <p className={styles.when}>{when}</p>}
            {detail}
          </div>
        </li>
      ))}
    </ol>
  );
}
