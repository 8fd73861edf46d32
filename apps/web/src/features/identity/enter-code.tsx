import { Link } from 'react-router';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { useKeysHere } from '../../base/passkey.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

interface EnterCodeProps {
  readonly idempotencyKey: string;
  /** To sign in, or to confirm that the signed-in person is the one acting. */
  readonly purpose: 'signIn' | 'confirm';
  /** Back to asking for another code. */
  readonly again: string;
  readonly demo: boolean;
}

/** Six digits, typed, pasted, or offered by the telephone. */
export function EnterCode({ idempotencyKey, purpose, again, demo }: EnterCodeProps) {
  const say = useSay();
  const sending = useSending();
  const keysHere = useKeysHere();
  return (
    <>
      <PageHeader title={say('webIdentity.code.title')} lead={say('webIdentity.code.lead')} />
      {demo && (
        <Banner>
          <p>
            {say('webIdentity.code.demo')} <Link to="/mailbox">{say('webIdentity.code.mailbox')}</Link>
          </p>
        </Banner>
      )}
      <ActForm idempotencyKey={idempotencyKey}>
        {keysHere && purpose === 'signIn' && <input type="hidden" name="keysHere" value="1" />}
        <Field
          name="code"
          required
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9\s]*"
          maxLength={12}
          label={say('webIdentity.code.field')}
          hint={say('webIdentity.code.hint')}
        />
        <Button busy={sending}>{say(`webIdentity.code.${purpose}`)}</Button>
      </ActForm>
      <LinkButton kind="quiet" to={again}>
        {say('webIdentity.code.again')}
      </LinkButton>
    </>
  );
}
