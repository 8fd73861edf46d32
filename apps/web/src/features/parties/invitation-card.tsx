import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { ProvenAct, type Proving } from './prove-first.tsx';
import type { Invitation } from './people.graphql.ts';

const tones: Readonly<Record<Invitation['state'], Tone>> = { INVITED: 'waiting', ACCEPTED: 'waiting', BEGUN: 'done', WITHDRAWN: 'still', DECLINED: 'stopped', EXPIRED: 'stopped' };

/** A seat offered: to whom, until when, what it waits for; for each coordinator, her own acts. */
export function InvitationCard({ invitation, proving, pageKey }: { invitation: Invitation; proving: Proving; pageKey: string }) {
  const say = useSay();
  const { id, displayName, declinedMotive, office, party, state, confirmation, confirmed, resembles, from, expiresOn, sent, viewerMayConfirm, viewerMayManage } = invitation;
  const fields = { invitationId: id };
  const button = (name: string, label: string, kind: 'secondary' | 'quiet') => <ActButton key={name} name={`${name}:${id}`} label={label} kind={kind} pageKey={pageKey} fields={fields} />;
  return (
    <Card
      level={3}
      eyebrow={<bdi>{party}</bdi>}
      title={displayName}
      status={<Status tone={tones[state]}>{say(`webParties.invitations.state.${state}`)}</Status>}
      mine={viewerMayConfirm.allowed}
      actions={
        <>
          {viewerMayConfirm.allowed && (
            <ProvenAct act={{ kind: 'confirmInvitation', subjectId: id, back: '/people#invitations' }} proving={proving} label={say('webParties.invitations.confirm')} pageKey={pageKey} fields={fields} />
          )}
          {viewerMayManage.allowed && (state === 'INVITED' || state === 'EXPIRED') && button('resendInvitation', say('webParties.invitations.resend'), 'secondary')}
          {viewerMayManage.allowed && button('withdrawInvitation', say(state === 'DECLINED' ? 'webParties.invitations.file' : 'webParties.invitations.withdraw'), 'quiet')}
        </>
      }
    >
      <p>
        <bdi>{office}</bdi>
      </p>
      <Facts
        facts={[
          { name: say('webParties.invitations.from'), value: <CivilDate on={from} /> },
          ...(declinedMotive ? [{ name: say('webParties.invitations.declined'), value: declinedMotive }] : []),
          ...(state === 'INVITED' ? [{ name: say('webParties.invitations.expiresOn'), value: <CivilDate on={expiresOn} /> }] : []),
        ]}
      />
      {confirmed && <Status tone="done">{say('webParties.invitations.confirmed')}</Status>}
      {confirmation && !confirmed && <p>{say(`webParties.invitations.toConfirm.${confirmation}`, { name: resembles ?? '' })}</p>}
      {resembles && confirmation !== 'NAME_CLASH' && <Banner tone="attention">{say('webParties.invitations.resembles', { name: resembles })}</Banner>}
      {viewerMayManage.allowed && sent > 0 && <p>{say('webParties.invitations.sent', { count: sent })}</p>}
    </Card>
  );
}
