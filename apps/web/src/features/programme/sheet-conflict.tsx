import type { ReactNode } from 'react';
import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { Difference } from './difference.tsx';
import styles from './sheet-conflict.module.css';
import { isProse, type Fields } from './form-parts.ts';
import { usePartName, usePartText } from './part-words.ts';
import type { Axis } from './sheet.graphql.ts';

interface SheetConflictProps {
  readonly axes: readonly Axis[];
  readonly parties: readonly PartyHere[];
  readonly parts: readonly string[];
  readonly mine: Fields;
  readonly theirs: Fields;
  /** The way to choose: buttons, or sentences where there is no JavaScript. */
  readonly children: ReactNode;
}

/** Two people wrote the same part: both texts, side by side and word by word, and nothing lost until one is chosen. */
export function SheetConflict({ axes, parties, parts, mine, theirs, children }: SheetConflictProps) {
  const say = useSay();
  const nameOf = usePartName(axes);
  const textOf = usePartText({ axes, parties });
  return (
    <section role="alert" aria-labelledby="conflict" className={styles.conflict}>
      <h2 id="conflict">{say('webProgramme.conflict.title')}</h2>
      <p>{say('webProgramme.conflict.text')}</p>
      {parts.map((part) => (
        <div key={part} className={styles.part}>
          <h3 dir="auto">{nameOf(part)}</h3>
          <div className={styles.texts}>
            <div className={styles.text}>
              <p className={styles.whose}>{say('webProgramme.conflict.mine')}</p>
              <p dir="auto">{textOf(mine, part)}</p>
            </div>
            <div className={styles.text}>
              <p className={styles.whose}>{say('webProgramme.conflict.theirs')}</p>
              <p dir="auto">{textOf(theirs, part)}</p>
            </div>
          </div>
          {isProse(part) && theirs[part] && mine[part] && (
            <div className={styles.merged}>
              <p className={styles.whose}>{say('webProgramme.conflict.differs')}</p>
              <Difference before={theirs[part]} after={mine[part]} />
            </div>
          )}
        </div>
      ))}
      {children}
      <p className={styles.kept}>{say('webProgramme.conflict.kept')}</p>
    </section>
  );
}
