import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './status.module.css';

/** `done` adopted, signed, on time; `stopped` refused, late; `waiting` needs attention; `underway`; `still` nothing to do. */
export type Tone = 'done' | 'stopped' | 'waiting' | 'underway' | 'still';

export const toneIcon: Readonly<Record<Tone, IconName>> = { done: 'check', stopped: 'cross', waiting: 'clock', underway: 'pen', still: 'minus' };

/** An icon, a word and a colour, always the three together. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`${styles.status} ${styles[tone]}`}>
      <Icon name={icon ?? toneIcon[tone]} />
      <span>{children}</span>
    </span>
  );
}
