import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** Before an act that binds: the person proves again that she is the one at the keyboard. */
export function ConfirmIdentity({ idempotencyKey, next }: { idempotencyKey: string; next: string }) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <PageHeader title={say('webIdentity.confirm.title')} />
      <Confirm
        title={say('webIdentity.confirm.question')}
        consequence={<p>{say('webIdentity.confirm.consequence')}</p>}
        back={{ to: next, label: say('webIdentity.confirm.back') }}
      >
        <ActForm idempotencyKey={idempotencyKey}>
          <Button icon="mail" busy={sending}>
            {say('webIdentity.signIn.send')}
          </Button>
        </ActForm>
      </Confirm>
    </>
  );
}
