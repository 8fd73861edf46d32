import type { ReactNode } from 'react';
import styles from './choice.module.css';

/** One possible answer; `consequence` says what choosing it does. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly consequence?: string;
}

interface ChoiceProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly required?: boolean;
}

/** One answer among a few: radio buttons, each a full-width target. Arrow keys move between them, as everywhere. */
export function Choice({ legend, name, options, chosen, required }: ChoiceProps) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label, consequence }) => (
        <label key={value} className={styles.option}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} required={required} />
          <span>
            {label}
            {consequence && <small className={styles.consequence}>{consequence}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Several answers among a few, each ticked or not. */
export function Choices({ legend, name, options, chosen }: Omit<ChoiceProps, 'chosen' | 'required'> & { chosen: readonly string[] }) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.option}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A single yes: « Je déclare… ». */
export function Tick({ name, children, ticked, required }: { name: string; children: ReactNode; ticked?: boolean; required?: boolean }) {
  return (
    <label className={styles.option}>
      <input type="checkbox" name={name} value="yes" defaultChecked={ticked} required={required} />
      <span>{children}</span>
    </label>
  );
}
