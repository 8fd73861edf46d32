import { Button, type ButtonKind } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { WhyNot } from '../ui/why-not.tsx';
import { ActForm, useSending } from './act-form.tsx';
import type { May } from './may.ts';

interface ActButtonProps {
  /** The deed, and after a colon the thing it is done to: `addToPlan:<sheet>`. */
  readonly name: string;
  /** Verb and object. */
  readonly label: string;
  /** The page's key; each form derives its own from it. */
  readonly pageKey: string;
  /** What goes along with it. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
}

/** The key of one form of a page: two forms never share one, or the second act would be taken for the first. */
export const keyOf = (pageKey: string, name: string): string => `${pageKey}.${name}`;

/** A form of one button. */
export function ActButton({ name, label, pageKey, fields = {}, kind = 'primary', icon }: ActButtonProps) {
  const sending = useSending();
  return (
    <ActForm idempotencyKey={keyOf(pageKey, name)} name={name}>
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button kind={kind} busy={sending} {...(icon ? { icon } : {})}>
        {label}
      </Button>
    </ActForm>
  );
}

/** The button when the server allows the act; in its place, the server's reason when it does not. */
export function MayButton({ may, ...button }: ActButtonProps & { may: May }) {
  if (may.allowed) return <ActButton {...button} />;
  return may.refusal && <WhyNot label={button.label} sentence={may.refusal.sentence} source={may.refusal.source} />;
}
