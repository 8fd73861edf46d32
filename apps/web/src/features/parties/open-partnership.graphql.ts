import type { Deed, Form } from '../../base/act.ts';

/** What a party of that country usually is. */
export interface CountryCustom {
  readonly country: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly currency: string;
  readonly title: string;
  readonly titleAr: string;
  readonly language: string;
}

export const customsDocument = 'query Customs { countryCustoms { country name zone locale currency title titleAr language } }';

/** Of how many parties the page's form is made, and the words each carries: `organisation.2`. */
const partiesOf = (form: Form): readonly number[] => Object.keys(form.values).flatMap((name) => (name.startsWith('organisation.') ? [Number(name.slice('organisation.'.length))] : []));

const partyOf = (form: Form, place: number): Readonly<Record<string, unknown>> => {
  const text = (name: string): string => form.text(`${name}.${place}`);
  return {
    organisation: text('organisation'),
    kind: text('kind'),
    shortName: text('shortName'),
    country: text('country'),
    zone: text('zone') || null,
    locale: text('locale') || null,
    currency: text('currency') || null,
    presidentTitle: text('presidentTitle'),
    presidentTitleAr: text('presidentTitleAr'),
    coordinator: {
      displayName: text('displayName'),
      mailAddress: text('mailAddress').trim(),
      language: text('language'),
      office: text('office'),
      officeAr: text('officeAr'),
    },
  };
};

/** The parties, the first person of each; then a page that says what has left. */
export const openPartnership: Deed<{ id: string; name: string }> = {
  document: 'mutation OpenPartnership($input: OpenPartnershipInput!) { openPartnership(input: $input) { ...refused ... on PartnershipOpened { id name } } }',
  variables: (form) => ({ input: { name: form.text('name'), parties: partiesOf(form).map((place) => partyOf(form, place)) } }),
  done: ({ name }) => `/partnerships/new?opened=${encodeURIComponent(name)}`,
};
