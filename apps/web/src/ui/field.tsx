import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useSay } from '../base/language.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

interface Labelled {
  readonly label: string;
  /** What to write and in which form, before the person writes. */
  readonly hint?: string | undefined;
  /** What is wrong with this field. */
  readonly error?: string | undefined;
  /** May be saved empty, and is asked for later: neither required nor « facultatif ». */
  readonly later?: boolean;
}

/** Attributes tying a control to its hint and error. */
function describedBy(id: string, { hint, error }: Labelled) {
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': parts || undefined, 'aria-invalid': error ? (true as const) : undefined };
}

function Labelled({ id, texts, required, children }: { id: string; texts: Labelled; required?: boolean | undefined; children: ReactNode }) {
  const say = useSay();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {texts.label}
        {!required && !texts.later && <span className={styles.optional}> {say('ui.field.optional')}</span>}
      </label>
      {texts.hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {texts.hint}
        </p>
      )}
      {children}
      {texts.error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" /> {texts.error}
        </p>
      )}
    </div>
  );
}

/** One line of text, a date, a number, an address… `dir="auto"`: each person writes in her own script. */
export function Field({ label, hint, error, later = false, ...input }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId();
  const id = input.id ?? own;
  const texts = { label, hint, error, later };
  return (
    <Labelled id={id} texts={texts} required={input.required}>
      <input dir="auto" placeholder=" " className={styles.control} {...describedBy(id, texts)} {...input} id={id} />
    </Labelled>
  );
}

/** Several lines. It grows with its text where the browser can. */
export function TextArea({ label, hint, error, later = false, ...area }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const own = useId();
  const id = area.id ?? own;
  const texts = { label, hint, error, later };
  return (
    <Labelled id={id} texts={texts} required={area.required}>
      <textarea dir="auto" placeholder=" " rows={4} className={`${styles.control} ${styles.area}`} {...describedBy(id, texts)} {...area} id={id} />
    </Labelled>
  );
}

/** A choice among many, by the device's own list. */
export function Select({ label, hint, error, later = false, children, ...select }: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  const own = useId();
  const id = select.id ?? own;
  const texts = { label, hint, error, later };
  return (
    <Labelled id={id} texts={texts} required={select.required}>
      <select className={`${styles.control} ${styles.select}`} {...describedBy(id, texts)} {...select} id={id}>
        {children}
      </select>
    </Labelled>
  );
}
