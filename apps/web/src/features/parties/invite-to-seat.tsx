import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import type { SeatCategory } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Choice, Tick } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** What the page knows before the form is filled. */
export interface InviteProps {
  readonly partnershipId: string;
  readonly party: { readonly id: string; readonly shortName: string };
  readonly language: 'fr' | 'ar';
  /** First day proposed: today, or the day after the mandate that ends. */
  readonly from: string;
  readonly category: SeatCategory | null;
  /** The seat to take over, with the office it keeps. */
  readonly seat: { readonly id: string; readonly office: string } | null;
  /** Somebody who holds that seat and has no address yet. */
  readonly person: { readonly id: string; readonly displayName: string } | null;
  readonly idempotencyKey: string;
}

const categories: readonly SeatCategory[] = ['CO_PRESIDENT', 'ELECTED_MEMBER', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'];

function What({ category, seat }: Pick<InviteProps, 'category' | 'seat'>) {
  const say = useSay();
  const chosen = useKept('category', category ?? '');
  const [office, officeAr] = [useKept('office'), useKept('officeAr')];
  if (seat && category) {
    return (
      <>
        {Object.entries({ category, seatId: seat.id, office: seat.office, officeAr: seat.office }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          {say('webParties.invite.kept')} <bdi>{seat.office}</bdi> ({say(`parties.category.${category}`)})
        </p>
      </>
    );
  }
  return (
    <>
      <Choice
        legend={say('webParties.invite.what')}
        name="category"
        required
        chosen={chosen}
        options={categories.map((value) => ({ value, label: say(`parties.category.${value}`), consequence: say(`webParties.invite.consequence.${value}`) }))}
      />
      <p>{say('webParties.invite.presidency')}</p>
      <Field name="office" required maxLength={160} lang="fr" label={say('webParties.invite.office')} hint={say('webParties.invite.officeHint')} defaultValue={office} />
      <Field name="officeAr" required maxLength={160} lang="ar" label={say('webParties.invite.officeAr')} defaultValue={officeAr} />
    </>
  );
}

function Who({ language, person }: Pick<InviteProps, 'language' | 'person'>) {
  const say = useSay();
  const displayName = useKept('displayName');
  return (
    <>
      <h2>{say('webParties.invite.who')}</h2>
      {person ? (
        <>
          <input type="hidden" name="personId" value={person.id} />
          <input type="hidden" name="displayName" value={person.displayName} />
          <p>
            <bdi>{person.displayName}</bdi>
          </p>
        </>
      ) : (
        <Field name="displayName" required maxLength={100} autoComplete="off" label={say('webParties.invite.name')} defaultValue={displayName} />
      )}
      <Field name="mailAddress" type="email" required dir="ltr" autoComplete="off" label={say('webParties.invite.address')} hint={say('webParties.invite.addressHint')} defaultValue={useKept('mailAddress')} />
      <Select name="language" required label={say('webParties.invite.language')} defaultValue={useKept('language', language)}>
        {(['fr', 'ar'] as const).map((value) => (
          <option key={value} value={value}>
            {say(`webParties.invite.languages.${value}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

function When({ from }: Pick<InviteProps, 'from'>) {
  const say = useSay();
  const [isInterim, interimDocument, interimDated] = [useKept('isInterim'), useKept('interimDocument'), useKept('interimDated')];
  return (
    <>
      <h2>{say('webParties.invite.when')}</h2>
      <Field type="date" name="from" required label={say('webParties.invite.from')} hint={say('webParties.invite.fromHint')} defaultValue={useKept('from', from)} />
      <Field type="date" name="lastDay" label={say('webParties.invite.lastDay')} hint={say('webParties.invite.lastDayHint')} defaultValue={useKept('lastDay')} />
      <Disclosure label={say('webParties.invite.interim')} form="inviteToSeat">
        <Tick name="isInterim" ticked={isInterim === 'yes'}>
          {say('webParties.invite.interim')}
        </Tick>
        <Field name="interimDocument" maxLength={160} label={say('webParties.invite.document')} hint={say('webParties.invite.documentHint')} defaultValue={interimDocument} />
        <Field type="date" name="interimDated" label={say('webParties.invite.interimDated')} defaultValue={interimDated} />
      </Disclosure>
    </>
  );
}

function Send() {
  const say = useSay();
  return (
    <Button icon="mail" busy={useSending()}>
      {say('webParties.invite.send')}
    </Button>
  );
}

/** A coordinator offers a seat of her party: which, to whom, for when. */
export function InviteToSeat(props: InviteProps) {
  const say = useSay();
  const { partnershipId, party, idempotencyKey } = props;
  return (
    <>
      <PageHeader title={say('webParties.invite.title')} eyebrow={<bdi>{party.shortName}</bdi>} lead={say('webParties.invite.lead')} />
      <ActForm name="inviteToSeat" idempotencyKey={idempotencyKey}>
        <input type="hidden" name="partnershipId" value={partnershipId} />
        <input type="hidden" name="partyId" value={party.id} />
        <What {...props} />
        <Who {...props} />
        <When {...props} />
        <Send />
      </ActForm>
      <LinkButton kind="quiet" to="/people">
        {say('webParties.invite.back')}
      </LinkButton>
    </>
  );
}
