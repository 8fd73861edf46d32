import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { Form, useActionData, useNavigation } from 'react-router';
import { Refusal } from '../ui/refusal.tsx';
import { keyField, type Kept } from './act.ts';
import { useSay } from './language.tsx';

const KeptForm = createContext<Kept | undefined>(undefined);

interface ActFormProps {
  /** The key that the loader made with `context.newKey()`. */
  readonly idempotencyKey: string;
  /** Where it posts; the page itself when absent. */
  readonly action?: string;
  /** Distinguishes the forms of one page: only the one that was refused shows why. */
  readonly name?: string;
  /** For a form with a file. */
  readonly encType?: 'multipart/form-data';
  readonly children: ReactNode;
}

/**
 * A form that posts with or without JavaScript. Refused, it comes back with the reason on top (focused, so it is read aloud)
 * and the person's words in place. Sending twice sends the same key, which the server recognises.
 */
export function ActForm({ idempotencyKey, action, name = '', encType, children }: ActFormProps) {
  const say = useSay();
  const answer = useActionData() as Kept | undefined;
  const kept = answer && (answer.values['form']?.[0] ?? '') === name ? answer : undefined;
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (kept) refusal.current?.focus();
  }, [kept]);
  return (
    <Form method="post" action={action} encType={encType} className="stack">
      <input type="hidden" name={keyField} value={kept?.key ?? idempotencyKey} />
      {name && <input type="hidden" name="form" value={name} />}
      {kept && <Refusal ref={refusal} sentence={kept.saying ? say(kept.saying) : kept.refusal.sentence} source={kept.refusal.source} />}
      <KeptForm.Provider value={kept}>{children}</KeptForm.Provider>
    </Form>
  );
}

/** What the person had written in a field of the form that was refused, else `fallback`: `defaultValue={useKept('title', sheet.title)}`. */
export const useKept = (field: string, fallback = ''): string => useContext(KeptForm)?.values[field]?.[0] ?? fallback;

/** Is a form of this page on its way? Buttons say so and wait. */
export const useSending = (): boolean => useNavigation().state === 'submitting';

/**
 * How often the form of this name was taken since the page was opened: as its `key`, it comes back empty after each. What others do meanwhile
 * makes the page new around it, and leaves the words that are being written.
 */
export function useTaken(name: string): number {
  const { state, formData } = useNavigation();
  const refused = useRefusal(name) !== undefined;
  const [taken, setTaken] = useState(0);
  const onItsWay = useRef(false);
  useEffect(() => {
    if (formData) onItsWay.current = formData.get('form') === name;
    if (state !== 'idle' || !onItsWay.current) return;
    onItsWay.current = false;
    if (!refused) setTaken((times) => times + 1);
  }, [state, formData, name, refused]);
  return taken;
}

/** Why the form of this name was refused, if it was: for a page that offers the remedy. */
export function useRefusal(name = ''): Kept | undefined {
  const answer = useActionData() as Kept | undefined;
  return answer && (answer.values['form']?.[0] ?? '') === name ? answer : undefined;
}
