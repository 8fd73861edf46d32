import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { AtHomeShown } from './at-home.graphql.ts';

/** Above « Mon tour »: the seats offered to the reader; for an admin without partnership, the way to open the first. */
export function AtHome({ shown: { invitations, isAdmin, seated } }: { shown: AtHomeShown }) {
  const say = useSay();
  return (
    <>
      {invitations.map(({ id, party, office }) => (
        <Card key={id} mine eyebrow={say('webParties.invitation.mine')} title={office} actions={<LinkButton kind="primary" to={`/invitation/${id}`}>{say('webParties.invitation.read')}</LinkButton>}>
          <p>
            <bdi>{party}</bdi>
          </p>
        </Card>
      ))}
      {isAdmin && !seated && (
        <EmptyState icon="people" title={say('webParties.open.home')}>
          <p>{say('webParties.open.homeLead')}</p>
          <LinkButton kind="primary" icon="plus" to="/partnerships/new">
            {say('webParties.open.another')}
          </LinkButton>
        </EmptyState>
      )}
    </>
  );
}
