import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { coordinatorPath, type VacantDesk } from './invite-coordinator.graphql.ts';

type Unreached = VacantDesk['unreached'][number];

interface InviteCoordinatorProps {
  /** `null` once the side has its coordinator again. */
  readonly desk: VacantDesk | null;
  /** Who sits there already and gets her access back; `null` for somebody new. */
  readonly person: Unreached | null;
  readonly sent: boolean;
  readonly idempotencyKey: string;
}

function Somebody({ person }: { person: Unreached | null }) {
  const say = useSay();
  const [name, office, officeAr] = [useKept('displayName'), useKept('office', say('webParties.open.office')), useKept('officeAr', say('webParties.open.officeAr'))];
  if (person) {
    return (
      <>
        {Object.entries({ personId: person.id, displayName: person.displayName, office: person.office, officeAr: person.office }).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <p>
          <strong>
            <bdi>{person.displayName}</bdi>
          </strong>
          {' · '}
          <bdi>{person.office}</bdi>
        </p>
        <p>{say('webParties.name.again')}</p>
      </>
    );
  }
  return (
    <>
      <Field name="displayName" required maxLength={100} autoComplete="off" label={say('webParties.invite.name')} defaultValue={name} />
      <Field name="office" required maxLength={160} lang="fr" label={say('webParties.invite.office')} defaultValue={office} />
      <Field name="officeAr" required maxLength={160} lang="ar" label={say('webParties.invite.officeAr')} defaultValue={officeAr} />
    </>
  );
}

function Address({ language }: Pick<VacantDesk, 'language'>) {
  const say = useSay();
  return (
    <>
      <Field name="mailAddress" type="email" required dir="ltr" autoComplete="off" label={say('webParties.invite.address')} hint={say('webParties.invite.addressHint')} defaultValue={useKept('mailAddress')} />
      <Select name="language" required label={say('webParties.invite.language')} defaultValue={useKept('language', language)}>
        {(['fr', 'ar'] as const).map((value) => (
          <option key={value} value={value}>
            {say(`webParties.invite.languages.${value}`)}
          </option>
        ))}
      </Select>
      <Button icon="mail" busy={useSending()}>
        {say('webParties.invite.send')}
      </Button>
    </>
  );
}

/** What there is to say when nothing is to be filled in. */
function Nothing({ sent }: { sent: boolean }) {
  const say = useSay();
  return (
    <>
      <EmptyState icon={sent ? 'mail' : 'people'} title={say(sent ? 'webParties.name.sent' : 'webParties.name.manned')}>
        {sent && <p>{say('webParties.name.sentLead')}</p>}
      </EmptyState>
      <LinkButton to="/">{say('webParties.name.home')}</LinkButton>
    </>
  );
}

/** Whoever runs the instance invites a coordinator for a side nobody answers for: who sits there already, or somebody new. */
export function InviteCoordinator({ desk, person, sent, idempotencyKey }: InviteCoordinatorProps) {
  const say = useSay();
  if (!desk || sent) {
    return (
      <>
        <PageHeader title={say('webParties.vacant.title')} eyebrow={desk && <bdi>{desk.partnership}</bdi>} />
        <Nothing sent={sent} />
      </>
    );
  }
  const other = desk.unreached.find(({ id }) => id !== person?.id);
  return (
    <>
      <PageHeader title={say('webParties.name.title', { party: desk.party })} eyebrow={<bdi>{desk.partnership}</bdi>} lead={say('webParties.name.lead')} />
      {desk.invited && (
        <Banner>
          <p>{say('webParties.name.replaces', { name: desk.invited })}</p>
        </Banner>
      )}
      <ActForm name="inviteCoordinator" idempotencyKey={idempotencyKey}>
        <input type="hidden" name="partnershipId" value={desk.partnershipId} />
        <input type="hidden" name="partyId" value={desk.partyId} />
        <Somebody person={person} />
        <Address language={desk.language} />
      </ActForm>
      {person && (
        <LinkButton kind="quiet" to={coordinatorPath(desk.partyId)}>
          {say('webParties.name.other')}
        </LinkButton>
      )}
      {other && (
        <LinkButton kind="quiet" to={coordinatorPath(desk.partyId, other.id)}>
          {say('webParties.name.known', { name: other.displayName })}
        </LinkButton>
      )}
    </>
  );
}
