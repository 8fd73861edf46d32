import { CivilDate } from '../base/dates.tsx';
import { useSay } from '../base/language.tsx';
import styles from './countdown.module.css';
import { Status, type Tone } from './status.tsx';

interface CountdownProps {
  /** What the day is for: « Validation du plan 2027 ». */
  readonly label: string;
  /** Civil date (YYYY-MM-DD) of the last valid day, as the server settled it. */
  readonly on: string;
  /** Whole days left, counted by the server; negative when it is past. */
  readonly days: number;
  /** Days left that are working days in every country concerned. */
  readonly workingDays?: number;
  readonly tone: Tone;
  /** The word for the tone: « Dans les temps », « Urgent ». */
  readonly word: string;
}

/** Days left before a date: a figure, words, the date itself. It does not tick: the server counts, the page is read. */
export function Countdown({ label, on, days, workingDays, tone, word }: CountdownProps) {
  const say = useSay();
  return (
    <div className={styles.countdown}>
      <p className={styles.label}>{label}</p>
      <p className={styles.figure}>
        <span className={styles.short} aria-hidden="true">
          <bdi>{say(days >= 0 ? 'ui.countdown.before' : 'ui.countdown.after', { days: Math.abs(days) })}</bdi>
        </span>
        <span className="unseen">{say(days >= 0 ? 'ui.countdown.left' : 'ui.countdown.late', { days: Math.abs(days) })}</span>
        <Status tone={tone}>{word}</Status>
      </p>
      <p>
        <CivilDate on={on} length="long" />
      </p>
      {workingDays !== undefined && <p className={styles.working}>{say('ui.countdown.working', { days: workingDays })}</p>}
    </div>
  );
}
