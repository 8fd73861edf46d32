import { useNavigate } from 'react-router';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PasskeyButton } from './passkey-button.tsx';

/** After a first success by code, where the device can hold a key: faster next time, or not now. */
export function OfferKey({ idempotencyKey, next }: { idempotencyKey: string; next: string }) {
  const say = useSay();
  const sending = useSending();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={say('webIdentity.offer.title')} lead={say('webIdentity.offer.lead')} />
      <p>{say('webIdentity.offer.stays')}</p>
      <PasskeyButton errand={{ to: 'register' }} label={say('webIdentity.offer.accept')} onDone={() => void navigate(next, { replace: true })} />
      <ActForm idempotencyKey={idempotencyKey}>
        <Button kind="quiet" busy={sending}>
          {say('webIdentity.offer.refuse')}
        </Button>
      </ActForm>
    </>
  );
}
