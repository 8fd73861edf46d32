import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** A name and what is so: place, date, host… */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** A definition list: beside one another on a wide screen, one under the other on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
