import type { ReactNode } from 'react';
import { useActionData } from 'react-router';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

interface DisclosureProps {
  /** What opens: verb and object. */
  readonly label: string;
  /** The form inside: when it comes back refused, it is open again. */
  readonly form?: string;
  /** The page was opened for this very step. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A step that needs a few more words: closed until it is wanted. Works without JavaScript. */
export function Disclosure({ label, form, open = false, children }: DisclosureProps) {
  const answer = useActionData() as { readonly values?: Readonly<Record<string, readonly string[]>> } | undefined;
  const refused = form !== undefined && answer?.values?.['form']?.[0] === form;
  return (
    <details className={styles.disclosure} open={refused || open || undefined}>
      <summary className={styles.summary}>
        <Icon name="arrow" /> {label}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
