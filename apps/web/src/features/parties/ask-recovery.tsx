import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

interface AskRecoveryProps {
  readonly partnershipId: string;
  readonly person: { readonly id: string; readonly displayName: string };
  readonly idempotencyKey: string;
}

function Fields() {
  const say = useSay();
  return (
    <>
      <Field name="mailAddress" type="email" dir="ltr" autoComplete="off" label={say('webParties.recovery.address')} hint={say('webParties.recovery.addressHint')} defaultValue={useKept('mailAddress')} />
      <TextArea name="reason" required rows={2} maxLength={160} label={say('webParties.recovery.reason')} hint={say('webParties.recovery.reasonHint')} defaultValue={useKept('reason')} />
      <Button busy={useSending()}>{say('webParties.recovery.send')}</Button>
    </>
  );
}

/** The first of two coordinators asks that somebody's access be given back. */
export function AskRecovery({ partnershipId, person, idempotencyKey }: AskRecoveryProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webParties.recovery.title', { name: person.displayName })} lead={say('webParties.recovery.lead')} />
      <ActForm name="askRecovery" idempotencyKey={idempotencyKey}>
        <input type="hidden" name="partnershipId" value={partnershipId} />
        <input type="hidden" name="personId" value={person.id} />
        <Fields />
      </ActForm>
      <LinkButton kind="quiet" to="/people">
        {say('webParties.invite.back')}
      </LinkButton>
    </>
  );
}
