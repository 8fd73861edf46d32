import type { AnnexShown } from './minutes.graphql.ts';
import styles from './minutes.module.css';

/** Documents the committee had before it, each with the SHA-256 of its bytes: whoever holds the file can tell it is that one. */
export function Annexes({ title, annexes }: { title: string; annexes: readonly AnnexShown[] }) {
  if (annexes.length === 0) return null;
  return (
    <div className={styles.fingerprint}>
      <strong>{title}</strong>
      <ul>
        {annexes.map(({ title: name, sha256 }) => (
          <li key={`${name} ${sha256}`}>
            <bdi>{name}</bdi>
            <br />
            <bdi dir="ltr" className={styles.hash}>
              {sha256}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
