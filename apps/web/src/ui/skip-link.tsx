import { useSay } from '../base/language.tsx';
import styles from './skip-link.module.css';

/** The id of every page's `<main>`. */
export const mainId = 'content';

/** First stop of the Tab key: straight to the content. */
export function SkipLink() {
  const say = useSay();
  return (
    <a href={`#${mainId}`} className={styles.skip}>
      {say('ui.skip')}
    </a>
  );
}
