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

/** `null` where nothing was written. What is no whole number is the server's to refuse: it gets one that cannot be. */
const wholeNumber = (written: string): number | null => (written.trim() === '' ? null : /^\d{1,9}$/.test(written.trim()) ? Number(written) : -1);

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
    hierarchy: text('hierarchy') || null,
    siren: text('siren') || null,
    networks: text('networks').split(';').map((name) => name.trim()).filter(Boolean),
    authorityNote: text('authorityNote') || null,
    authoritySource: text('authoritySource') || null,
    supervision: text('supervision') || null,
    population: wholeNumber(text('population')),
    populationYear: wholeNumber(text('populationYear')),
    populationApproximate: text('populationApproximate') === 'yes',
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
