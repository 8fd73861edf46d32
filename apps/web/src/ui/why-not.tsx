import { Icon } from './icon.tsx';
import { Source as Reference, type Source } from './source.tsx';
import styles from './why-not.module.css';

interface WhyNotProps {
  /** What cannot be done: « Convoquer le comité ». */
  readonly label: string;
  readonly sentence: string;
  readonly source?: Source | null | undefined;
}

/** In the place of a button that would answer no: the act, why it is not this person's now, and the text it rests on. */
export function WhyNot({ label, sentence, source }: WhyNotProps) {
  return (
    <div className={styles.why}>
      <p className={styles.head}>
        <Icon name="lock" /> {label}
      </p>
      <p dir="auto">{sentence}</p>
      {source && <Reference source={source} />}
    </div>
  );
}
