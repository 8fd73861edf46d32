import { useSay } from '../../base/language.tsx';
import type { VersionShown } from './minutes.graphql.ts';
import { PdfLinks } from './minutes-pdfs.tsx';
import styles from './minutes.module.css';

/** Versions that were final and no longer are: readable, their signatures void and kept. */
export function MinutesVersions({ versions }: { versions: readonly VersionShown[] }) {
  const say = useSay();
  if (versions.length === 0) return null;
  return (
    <details className={styles.fold}>
      <summary>{say('webMinutes.versions.title', { count: versions.length })}</summary>
      <div className="stack">
        {versions.map(({ version, voidReason, contentHash, pdfs, signatures }) => (
          <div key={version} className={styles.side}>
            <h3>{say('webMinutes.version', { version })}</h3>
            <p dir="auto">
              {say('webMinutes.versions.why')} {voidReason}
            </p>
            <p>{say('webMinutes.versions.signatures', { count: signatures.length })}</p>
            <p className={styles.hash}>
              <bdi dir="ltr">{contentHash}</bdi>
            </p>
            <PdfLinks pdfs={pdfs} of="frozen" />
          </div>
        ))}
      </div>
    </details>
  );
}
