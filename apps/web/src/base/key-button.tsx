import type { MouseEvent } from 'react';
import { Button, LinkButton, type ButtonKind } from '../ui/button.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useSending } from './act-form.tsx';
import { useSay } from './language.tsx';
import { useKey, type ActProved } from './passkey.ts';
import { withWayBack } from './way-back.ts';

interface KeyButtonProps {
  /** What the key answers for; worked out from the form when it depends on what is written there. */
  readonly act: ActProved | ((form: HTMLFormElement) => Promise<ActProved>);
  readonly label: string;
  readonly hint: string;
  /** The page to come back to from a code. */
  readonly back: string;
  readonly kind?: ButtonKind;
}

/** Sends the form it stands in, once the key has answered for this very act. A code stays possible. */
export function KeyButton({ act, label, hint, back, kind = 'primary' }: KeyButtonProps) {
  const say = useSay();
  const sending = useSending();
  const { busy, failed, run } = useKey();
  const waiting = busy || sending;
  const send = async (form: HTMLFormElement): Promise<void> => {
    if (await run({ to: 'step-up', act: typeof act === 'function' ? await act(form) : act })) form.requestSubmit();
  };
  const press = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>): void => {
    if (form?.reportValidity()) void send(form);
  };
  return (
    <>
      {failed && !failed.done && <Refusal sentence={failed.sentence ?? say('webIdentity.key.givenUp')} />}
      <p>{hint}</p>
      <Button type="button" kind={kind} icon="key" busy={waiting} {...(waiting ? {} : { onClick: press })}>
        {label}
      </Button>
      <LinkButton kind="quiet" icon="mail" to={withWayBack('/confirm', back)}>
        {say('webIdentity.key.codeInstead')}
      </LinkButton>
    </>
  );
}
