import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Invitation } from './people.graphql.ts';

const afterwards: Partial<Record<Invitation['state'], 'begun' | 'waits' | 'declined'>> = { BEGUN: 'begun', ACCEPTED: 'waits', DECLINED: 'declined' };

/** Where an invitation stands once it needs nothing of the person any more. */
function Afterwards({ state }: Pick<Invitation, 'state'>) {
  const say = useSay();
  const words = afterwards[state] ?? 'over';
  return (
    <>
      <Banner tone={state === 'BEGUN' ? 'good' : 'info'}>
        <p>{say(`webParties.invitation.${words}`)}</p>
      </Banner>
      <LinkButton kind="primary" to="/">
        {say('webParties.invitation.enter')}
      </LinkButton>
    </>
  );
}

/** The other answer: a few words for the coordinator, if the person wishes. */
function Decline({ id, pageKey }: { id: string; pageKey: string }) {
  const say = useSay();
  return (
    <Disclosure label={say('webParties.invitation.decline')} form="declineInvitation">
      <ActForm name="declineInvitation" idempotencyKey={keyOf(pageKey, 'declineInvitation')}>
        <input type="hidden" name="invitationId" value={id} />
        <Motive />
      </ActForm>
    </Disclosure>
  );
}

function Motive() {
  const say = useSay();
  return (
    <>
      <Field name="motive" maxLength={160} label={say('webParties.invitation.motive')} hint={say('webParties.invitation.motiveHint')} defaultValue={useKept('motive')} />
      <Button kind="secondary" busy={useSending()}>
        {say('webParties.invitation.sendDecline')}
      </Button>
    </>
  );
}

/** A seat offered to the reader: what it is, and « J’accepte ». */
export function AcceptInvitation({ invitation, pageKey }: { invitation: Invitation; pageKey: string }) {
  const say = useSay();
  const { id, partnership, party, office, state, from, lastDay, confirmation, interimDocument } = invitation;
  return (
    <>
      <PageHeader title={say('webParties.invitation.title', { party })} eyebrow={<bdi>{partnership}</bdi>} />
      <Facts
        facts={[
          { name: say('webParties.invitation.office'), value: office },
          { name: say('webParties.invitation.partnership'), value: partnership },
          { name: say('webParties.invite.from'), value: <CivilDate on={from} /> },
          ...(lastDay ? [{ name: say('webParties.invite.lastDay'), value: <CivilDate on={lastDay} /> }] : []),
          ...(interimDocument ? [{ name: say('webParties.people.interim'), value: interimDocument }] : []),
        ]}
      />
      {state !== 'INVITED' && <Afterwards state={state} />}
      {state === 'INVITED' && (
        <Confirm
          title={say('webParties.invitation.question')}
          consequence={
            <>
              <p>{say('webParties.invitation.consequence', { partnership, office })}</p>
              {confirmation && <p>{say('webParties.invite.presidency')}</p>}
            </>
          }
          back={{ to: '/', label: say('webParties.invitation.later') }}
        >
          <ActButton name="acceptInvitation" label={say('webParties.invitation.accept')} icon="check" pageKey={pageKey} fields={{ invitationId: id }} />
          <Decline id={id} pageKey={pageKey} />
        </Confirm>
      )}
    </>
  );
}
