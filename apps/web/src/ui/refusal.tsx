import type { Ref } from 'react';
import { useSay } from '../base/language.tsx';
import { Icon } from './icon.tsx';
import styles from './refusal.module.css';
import { Source as Reference, type Source } from './source.tsx';

interface RefusalProps {
  readonly sentence: string;
  readonly source?: Source | null;
  readonly ref?: Ref<HTMLDivElement>;
}

/** An expected « no »: what, why, and the text it rests on. Focusable, so that a form can bring the reader to it. */
export function Refusal({ sentence, source, ref }: RefusalProps) {
  const say = useSay();
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={styles.refusal}>
      <p className={styles.head}>
        <Icon name="alert" /> {say('ui.refusal.title')}
      </p>
      <p dir="auto">{sentence}</p>
      {source && <Reference source={source} />}
    </div>
  );
}
