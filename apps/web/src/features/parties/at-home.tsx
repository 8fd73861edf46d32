import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { AtHomeShown, SeatToCome } from './at-home.graphql.ts';
import { VacantDesks } from './vacant-desks.tsx';

/** A seat offered, to be read and answered; or accepted, and what it waits for. */
function ToCome({ seat: { id, party, office, state, from } }: { seat: SeatToCome }) {
  const { say, language } = useVoice();
  const open = state === 'INVITED';
  return (
    <Card
      mine={open}
      eyebrow={say(open ? 'webParties.invitation.mine' : 'webParties.invitation.accepted')}
      title={office}
      actions={open && <LinkButton kind="primary" to={`/invitation/${id}`}>{say('webParties.invitation.read')}</LinkButton>}
    >
      <p>
        <bdi>{party}</bdi>
      </p>
      {state === 'ACCEPTED' && <p>{say('webParties.invitation.waits')}</p>}
      {state === 'BEGUN' && <p>{say('webParties.invitation.begins', { date: dateInWords(language, from) })}</p>}
      {!open && <p>{say('webParties.invitation.meanwhile')}</p>}
    </Card>
  );
}

/** Above « Mon tour »: seats offered and to come; for who runs the instance, the sides without coordination and the way to open a partnership. */
export function AtHome({ shown: { toCome, isAdmin, seated, vacant } }: { shown: AtHomeShown }) {
  const say = useSay();
  return (
    <>
      {toCome.map((seat) => (
        <ToCome key={seat.id} seat={seat} />
      ))}
      {vacant.length > 0 && <VacantDesks desks={vacant} />}
      {isAdmin && vacant.length > 0 && <LinkButton icon="plus" to="/partnerships/new">{say('webParties.open.another')}</LinkButton>}
      {isAdmin && !seated && vacant.length === 0 && (
        <EmptyState icon="people" title={say('webParties.open.home')}>
          <p>{say('webParties.open.homeLead')}</p>
          <LinkButton kind="primary" icon="plus" to="/partnerships/new">
            {say('webParties.open.another')}
          </LinkButton>
        </EmptyState>
      )}
      {!seated && !isAdmin && toCome.length === 0 && (
        <EmptyState icon="people" title={say('webParties.seatless.title')}>
          <p>{say('webParties.seatless.lead')}</p>
        </EmptyState>
      )}
    </>
  );
}
