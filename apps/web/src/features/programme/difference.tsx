import { useSay } from '../../base/language.tsx';
import styles from './difference.module.css';
import { wordDifference } from './word-difference.ts';

/** From one text to another (our words stand in `bdi`, so that the text’s own decide which way it runs): what went is struck through, what came is underlined, and both are said to those who listen. */
export function Difference({ before, after }: { before: string; after: string }) {
  const say = useSay();
  return (
    <p dir="auto" className={styles.text}>
      {wordDifference(before, after).map(({ kind, text }, place) => {
        if (kind === 'same') return <span key={place}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={place} className={styles[kind]}>
            <bdi className="unseen"> {say(`webSheetHistory.difference.${kind}`)} </bdi>
            {text}
            <bdi className="unseen"> {say('webSheetHistory.difference.end')} </bdi>
          </Mark>
        );
      })}
    </p>
  );
}
