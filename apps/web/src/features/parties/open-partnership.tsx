import { Form } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { KnownFacts } from './known-facts.tsx';
import type { CountryCustom } from './open-partnership.graphql.ts';

const kinds = ['MUNICIPALITY', 'INTERCOMMUNAL', 'DEPARTMENT', 'REGION', 'VILLAGE', 'POPULAR_COMMITTEE', 'FOREIGN_AUTHORITY', 'OTHER'] as const;

/** First step: the countries, which bring their customs. A plain GET form: works anywhere, and the address can be kept. */
function Countries({ customs, places }: { customs: readonly CountryCustom[]; places: number }) {
  const say = useSay();
  return (
    <Form method="get" className="stack">
      <h2>{say('webParties.open.countries')}</h2>
      <p>{say('webParties.open.countriesLead')}</p>
      {Array.from({ length: places }, (_, index) => (
        <Select key={index} name="country" required label={say('webParties.open.country', { place: String(index + 1) })} defaultValue={customs[index]?.country ?? 'FR'}>
          {customs.map(({ country, name }) => (
            <option key={country} value={country}>
              {name}
            </option>
          ))}
        </Select>
      ))}
      <Button icon="arrow">{say('webParties.open.next')}</Button>
      <LinkButton kind="quiet" icon="plus" to={`?places=${places + 1}`}>
        {say('webParties.open.more')}
      </LinkButton>
    </Form>
  );
}

function Words({ custom, place }: { custom: CountryCustom; place: number }) {
  const say = useSay();
  return (
    <>
      <input type="hidden" name={`country.${place}`} value={custom.country} />
      <Field name={`organisation.${place}`} required maxLength={160} label={say('webParties.open.organisation')} hint={say('webParties.open.organisationHint')} defaultValue={useKept(`organisation.${place}`)} />
      <Field name={`shortName.${place}`} required maxLength={80} label={say('webParties.open.shortName')} defaultValue={useKept(`shortName.${place}`)} />
      <Select name={`kind.${place}`} required label={say('webParties.open.kind')} defaultValue={useKept(`kind.${place}`, 'MUNICIPALITY')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`webPartnership.party.kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <Field name={`presidentTitle.${place}`} required lang="fr" label={say('webParties.open.presidentTitle')} defaultValue={useKept(`presidentTitle.${place}`, custom.title)} />
      <Field name={`presidentTitleAr.${place}`} required lang="ar" label={say('webParties.open.presidentTitleAr')} defaultValue={useKept(`presidentTitleAr.${place}`, custom.titleAr)} />
      <Disclosure label={say('webParties.open.customs')}>
        <Field name={`zone.${place}`} required dir="ltr" label={say('webParties.open.zone')} defaultValue={useKept(`zone.${place}`, custom.zone)} />
        <Field name={`locale.${place}`} required dir="ltr" label={say('webParties.open.locale')} defaultValue={useKept(`locale.${place}`, custom.locale)} />
        <Field name={`currency.${place}`} required dir="ltr" label={say('webParties.open.currency')} defaultValue={useKept(`currency.${place}`, custom.currency)} />
      </Disclosure>
    </>
  );
}

function First({ custom, place }: { custom: CountryCustom; place: number }) {
  const say = useSay();
  return (
    <>
      <h3>{say('webParties.open.coordinator')}</h3>
      <Field name={`displayName.${place}`} required maxLength={100} autoComplete="off" label={say('webParties.invite.name')} defaultValue={useKept(`displayName.${place}`)} />
      <Field name={`mailAddress.${place}`} type="email" required dir="ltr" autoComplete="off" label={say('webParties.invite.address')} hint={say('webParties.invite.addressHint')} defaultValue={useKept(`mailAddress.${place}`)} />
      <Select name={`language.${place}`} required label={say('webParties.invite.language')} defaultValue={useKept(`language.${place}`, custom.language)}>
        {(['fr', 'ar'] as const).map((value) => (
          <option key={value} value={value}>
            {say(`webParties.invite.languages.${value}`)}
          </option>
        ))}
      </Select>
      <Field name={`office.${place}`} required maxLength={160} lang="fr" label={say('webParties.invite.office')} defaultValue={useKept(`office.${place}`, say('webParties.open.office'))} />
      <Field name={`officeAr.${place}`} required maxLength={160} lang="ar" label={say('webParties.invite.officeAr')} defaultValue={useKept(`officeAr.${place}`, say('webParties.open.officeAr'))} />
    </>
  );
}

function Parties({ chosen }: { chosen: readonly CountryCustom[] }) {
  const say = useSay();
  const name = useKept('name');
  const sending = useSending();
  return (
    <>
      <Field name="name" required maxLength={160} label={say('webParties.open.name')} hint={say('webParties.open.nameHint')} defaultValue={name} />
      {chosen.map((custom, index) => (
        <section key={index} className="stack">
          <h2>{say('webParties.open.party', { place: String(index + 1), country: custom.name })}</h2>
          <Words custom={custom} place={index + 1} />
          <KnownFacts french={custom.country === 'FR'} place={index + 1} />
          <First custom={custom} place={index + 1} />
        </section>
      ))}
      <Button icon="mail" busy={sending}>
        {say('webParties.open.send')}
      </Button>
    </>
  );
}

interface OpenPartnershipProps {
  readonly customs: readonly CountryCustom[];
  /** The countries chosen at the first step, in order. */
  readonly chosen: readonly CountryCustom[];
  readonly places: number;
  /** The name of the partnership just opened. */
  readonly opened: string | null;
  readonly idempotencyKey: string;
}

/** Whoever runs the instance opens a partnership, in two steps: which countries, then which parties and who begins. */
export function OpenPartnership({ customs, chosen, places, opened, idempotencyKey }: OpenPartnershipProps) {
  const say = useSay();
  if (opened !== null) {
    return (
      <>
        <PageHeader title={say('webParties.open.opened', { name: opened })} />
        <EmptyState icon="mail" title={say('webParties.open.openedLead')} />
        <LinkButton to="/partnerships/new">{say('webParties.open.another')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={say('webParties.open.title')} lead={say('webParties.open.homeLead')} />
      {chosen.length < 2 && <Countries customs={customs} places={places} />}
      {chosen.length >= 2 && (
        <ActForm name="openPartnership" idempotencyKey={idempotencyKey}>
          <Parties chosen={chosen} />
        </ActForm>
      )}
    </>
  );
}
