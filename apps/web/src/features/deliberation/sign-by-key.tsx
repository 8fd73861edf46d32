import type { MouseEvent } from 'react';
import { useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { useKey } from '../../base/passkey.ts';
import { withWayBack } from '../../base/way-back.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import type { ToSign } from './sign-minutes.graphql.ts';

interface SignByKeyProps {
  readonly minutes: ToSign;
  /** Is the last code too old to sign with? */
  readonly unproved: boolean;
  readonly back: string;
}

/** « Je signe avec ma clé d’accès »: the key answers for this PV in this version, then the form leaves. A code stays possible. */
export function SignByKey({ minutes: { id, version, contentHash }, unproved, back }: SignByKeyProps) {
  const say = useSay();
  const sending = useSending();
  const { busy, failed, run } = useKey();
  const act = { kind: 'signMinutes', subjectId: id, version, contentHash: contentHash ?? '' };
  const sign = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>): void => {
    if (form?.reportValidity()) void run({ to: 'step-up', act }).then((proved) => proved && form.requestSubmit());
  };
  return (
    <>
      {failed && !failed.done && <Refusal sentence={failed.sentence ?? say('webIdentity.key.givenUp')} />}
      <p>{say('webIdentity.key.signHint')}</p>
      <Button type="button" icon="key" busy={busy || sending} {...(busy || sending ? {} : { onClick: sign })}>
        {say('webIdentity.key.sign')}
      </Button>
      {unproved ? (
        <LinkButton kind="quiet" icon="mail" to={withWayBack('/confirm', `${back}/sign`)}>
          {say('webIdentity.key.codeInstead')}
        </LinkButton>
      ) : (
        <Button kind="quiet" icon="pen" busy={sending}>
          {say('webIdentity.key.signByCode')}
        </Button>
      )}
    </>
  );
}
