import type { ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import type { PhraseKey } from '#phrases';
import styles from './sheet-conflict.module.css';
import { rowsOf, type Fields } from './form-parts.ts';
import type { Axis, Sheet } from './sheet.graphql.ts';

interface SheetConflictProps {
  readonly sheet: Sheet;
  readonly axes: readonly Axis[];
  readonly parts: readonly string[];
  readonly mine: Fields;
  readonly theirs: Fields;
  /** The way to choose: buttons, or sentences where there is no JavaScript. */
  readonly children: ReactNode;
}

/** The readable name of a part of the form. */
function useNameOf(sheet: Sheet): (part: string) => string {
  const say = useSay();
  return (part) => {
    const [owner = '', id = ''] = part.split('.');
    if (owner === 'transversal') return sheet.transversalAnswers.find(({ axis }) => axis.id === id)?.axis.title ?? part;
    return say(`webProgramme.field.${owner === 'section' ? id : owner}` as PhraseKey);
  };
}

/** A part as it is read: an axis by its title, a list by its rows, codes left out. */
function useTextOf(axes: readonly Axis[]): (fields: Fields, part: string) => string {
  const say = useSay();
  return (fields, part) => {
    const text = fields[part] ?? '';
    if (part === 'axisId') return axes.find(({ id }) => id === text)?.title ?? '';
    if (part === 'kind') return say(`webProgramme.kind.${text}` as PhraseKey);
    if (part !== 'indicator' && part !== 'budget') return text;
    return rowsOf(fields, part)
      .map((row) => Object.entries(row).flatMap(([field, said]) => (field === 'payer' || field === 'kind' ? [] : [said])).join(' · '))
      .join('\n');
  };
}

/** Two people wrote the same part: both texts, side by side, and nothing lost until one is chosen. */
export function SheetConflict({ sheet, axes, parts, mine, theirs, children }: SheetConflictProps) {
  const say = useSay();
  const nameOf = useNameOf(sheet);
  const textOf = useTextOf(axes);
  return (
    <section role="alert" aria-labelledby="conflict" className={styles.conflict}>
      <h2 id="conflict">{say('webProgramme.conflict.title')}</h2>
      <p>{say('webProgramme.conflict.text')}</p>
      {parts.map((part) => (
        <div key={part} className={styles.part}>
          <h3>{nameOf(part)}</h3>
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
        </div>
      ))}
      {children}
    </section>
  );
}
