import { useNavigate } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasskeyButton } from './passkey-button.tsx';

/** The door: one field, or the key of this device. No password exists. */
export function SignIn({ idempotencyKey, next }: { idempotencyKey: string; next: string }) {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={say('webIdentity.signIn.title')} lead={say('webIdentity.signIn.lead')} />
      <ActForm idempotencyKey={idempotencyKey}>
        <Address />
      </ActForm>
      <PasskeyButton errand={{ to: 'sign-in' }} kind="secondary" label={say('webIdentity.signIn.key')} onDone={() => void navigate(next, { replace: true })} />
    </>
  );
}

function Address() {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <Field
        name="mailAddress"
        type="email"
        required
        dir="ltr"
        autoComplete="email"
        label={say('webIdentity.signIn.address')}
        hint={say('webIdentity.signIn.addressHint')}
        defaultValue={useKept('mailAddress')}
      />
      <Button icon="mail" busy={sending}>
        {say('webIdentity.signIn.send')}
      </Button>
    </>
  );
}
