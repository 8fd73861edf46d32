import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { withOffice, type EnteringDesk } from './entered.graphql.ts';

interface MailSheetProps {
  readonly desk: EnteringDesk;
  readonly sent: boolean;
  readonly idempotencyKey: string;
}

function Addressee({ people }: { people: EnteringDesk['mailTo'] }) {
  const say = useSay();
  return (
    <Select name="personId" required label={say('webEntered.mail.person')} hint={say('webEntered.mail.hint')} defaultValue={useKept('personId')}>
      <option value="">{say('webEntered.enter.choose')}</option>
      {people.map(({ person, office, party }) => (
        <option key={person.id} value={person.id}>
          {say('webEntered.enter.plain', { name: withOffice(person.displayName, office), party: party.shortName })}
        </option>
      ))}
    </Select>
  );
}

/** A fiche to somebody who works in Word or on paper: one letter, the file inside, and how it comes back. */
export function MailSheet({ desk, sent, idempotencyKey }: MailSheetProps) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <PageHeader title={say('webEntered.mail.open')} eyebrow={<bdi>{desk.title}</bdi>} lead={<p>{say('webEntered.mail.back')}</p>} />
      {sent && (
        <div id="sent">
          <Banner tone="good">
            <p>{say('webEntered.mail.sent')}</p>
          </Banner>
        </div>
      )}
      {desk.mailTo.length === 0 ? (
        <EmptyState icon="mail" title={say('webEntered.enter.none')} />
      ) : (
        <ActForm name="mailSheet" idempotencyKey={idempotencyKey}>
          <input type="hidden" name="sheetId" value={desk.subjectId} />
          <Addressee people={desk.mailTo} />
          <Button icon="mail" busy={sending}>
            {say('webEntered.mail.send')}
          </Button>
        </ActForm>
      )}
      <p className="cluster">
        <LinkButton kind="quiet" to={desk.href}>
          {say('webEntered.enter.back')}
        </LinkButton>
      </p>
    </>
  );
}
