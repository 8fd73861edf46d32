import type { ReactNode } from 'react';
import styles from './confirm.module.css';
import { LinkButton } from './button.tsx';

interface ConfirmProps {
  /** The question: « Signer le PV n° 3 ? ». */
  readonly title: string;
  /** What will be true afterwards: « Votre signature le rend exécutoire. » */
  readonly consequence: ReactNode;
  /** The form with its one primary button. */
  readonly children: ReactNode;
  readonly back: { readonly to: string; readonly label: string };
}

/**
 * A step of its own before what cannot be taken back: a page (or a part of one), not a window over it, so it has an address,
 * works without JavaScript, and the browser's back button is the way out.
 */
export function Confirm({ title, consequence, children, back }: ConfirmProps) {
  return (
    <section className={styles.confirm} aria-labelledby="confirm-title">
      <h2 id="confirm-title">{title}</h2>
      <div className={styles.consequence}>{consequence}</div>
      {children}
      <LinkButton kind="quiet" to={back.to}>
        {back.label}
      </LinkButton>
    </section>
  );
}
