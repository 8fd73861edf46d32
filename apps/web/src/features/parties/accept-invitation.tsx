import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Invitation } from './people.graphql.ts';

/** Where an invitation stands once it needs nothing of the person any more. */
function Afterwards({ state }: Pick<Invitation, 'state'>) {
  const say = useSay();
  const words = state === 'BEGUN' ? 'begun' : state === 'ACCEPTED' ? 'waits' : 'over';
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
        </Confirm>
      )}
    </>
  );
}
