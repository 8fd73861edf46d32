import { dateInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { coordinatorPath, type VacantDesk } from './invite-coordinator.graphql.ts';

/** Where a side stands: who sits there without an address, who was invited. */
function Standing({ desk: { unreached, invited, invitedState, invitedUntil } }: { desk: VacantDesk }) {
  const { say, language } = useVoice();
  return (
    <>
      {unreached.length === 0 && <p>{say('webParties.vacant.nobody')}</p>}
      {unreached.map(({ id, displayName: name }) => (
        <p key={id}>{say('webParties.vacant.unreached', { name })}</p>
      ))}
      {invited && invitedState && <p>{say(`webParties.vacant.${invitedState}`, { name: invited, date: invitedUntil ? dateInWords(language, invitedUntil) : '' })}</p>}
    </>
  );
}

/** For who runs the instance: each side nobody answers for, with the one thing to do about it. */
export function VacantDesks({ desks }: { desks: readonly VacantDesk[] }) {
  const { say } = useVoice();
  return (
    <section className="stack" aria-labelledby="vacant">
      <h2 id="vacant">{say('webParties.vacant.title')}</h2>
      <p>{say('webParties.vacant.lead')}</p>
      {desks.map((desk) => (
        <Card
          key={desk.partyId}
          level={3}
          mine={desk.invitedState !== 'INVITED'}
          eyebrow={<bdi>{desk.partnership}</bdi>}
          title={desk.party}
          actions={
            <LinkButton kind={desk.invitedState === 'INVITED' ? 'secondary' : 'primary'} icon="mail" to={coordinatorPath(desk.partyId, desk.unreached[0]?.id)}>
              {say('webParties.vacant.inviteParty', { party: desk.party })}
            </LinkButton>
          }
        >
          <Standing desk={desk} />
        </Card>
      ))}
    </section>
  );
}
