import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

/** One primary action per screen; `danger` for what cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  /** Verb and object: « Signer le PV ». */
  readonly children: ReactNode;
}

const look = (kind: ButtonKind): string => `${styles.button} ${styles[kind]}`;

/** A real `<button>`, which submits its form. While `busy` it stays focusable and readable, and does nothing. */
export function Button({ kind = 'primary', icon, busy = false, children, ...rest }: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="submit" className={look(kind)} aria-disabled={busy || undefined} onClick={busy ? (event) => event.preventDefault() : undefined} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ kind = 'secondary', icon, children, ...rest }: Look & Omit<LinkProps, 'children'>) {
  return (
    <Link className={look(kind)} data-screen-only="" {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}
