import type { Deed, Form } from '../../base/act.ts';
import { mayFields, type May } from '../../base/may.ts';
import { setRule } from './rule-acts.graphql.ts';

export type StepKey = 'AGREEMENT' | 'TEXT' | 'AXES' | 'RULES' | 'PEOPLE' | 'SERVICE';
export type AxisKind = 'STRATEGIC' | 'TRANSVERSAL';

export interface Step {
  readonly key: StepKey;
  readonly title: string;
  readonly lead: string;
  readonly done: boolean;
  readonly summary: string;
}
export interface AxisWords {
  readonly kind: AxisKind;
  readonly number: string;
  readonly title: string;
  readonly titleAr: string;
  readonly text: string;
  readonly operations: string;
}
interface Choice {
  readonly code: string;
  readonly title: string;
  readonly lead: string;
}

/** The set-up as the server tells it: what is written, and what remains. */
export interface SetUp {
  readonly agreementId: string | null;
  readonly kind: string | null;
  readonly displayName: string | null;
  readonly effectiveOn: string | null;
  readonly since: string | null;
  readonly textEdition: number;
  readonly text: string;
  readonly articles: readonly { readonly number: string; readonly title: string; readonly opening: string; readonly characters: number }[];
  readonly axes: readonly AxisWords[];
  readonly offeredAxes: readonly AxisWords[];
  readonly templates: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly steps: readonly Step[];
  readonly inServiceAt: string | null;
  readonly viewerMayWrite: May;
  readonly viewerMayWriteAxes: May;
}

const axis = '{ kind number title titleAr text operations }';
export const setUpDocument = `query SetUp($partnershipId: ID!) {
  setUp(partnershipId: $partnershipId) {
    agreementId kind displayName effectiveOn since textEdition text articles { number title opening characters } axes ${axis} offeredAxes ${axis}
    templates { code title lead } kinds { code title lead } steps { key title lead done summary } inServiceAt
    viewerMayWrite { ${mayFields} } viewerMayWriteAxes { ${mayFields} }
  }
}`;

export const stepPath = (key: string): string => `/setup/${key.toLowerCase()}`;

/** Leaving a step by any of its buttons saves it; the button says where to. */
const goes = (_answer: unknown, form: Form): string => {
  const [step = '', anchor] = form.text('go').split('#');
  return /^[A-Z]{4,10}$/.test(step) ? `${stepPath(step)}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}` : '/setup';
};
const deed = (mutation: string, input: (form: Form) => Readonly<Record<string, unknown>>): Deed<unknown> => ({
  document: `mutation ${mutation}($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ...refused ... on SetUp { agreementId } } }`,
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), ...input(form) } }),
  done: goes,
});
const dated = (form: Form) => ({ displayName: form.text('displayName'), effectiveOn: form.text('effectiveOn') || null, since: form.text('since') || null });
const textEdition = (form: Form) => ({ textEdition: Number(form.text('textEdition')) });

/** The rows of axes, in the order of the page. */
const axesOf = (form: Form): Readonly<Record<string, string>>[] =>
  Object.keys(form.values)
    .flatMap((name) => /^axis\.(\d+)\.kind$/.exec(name)?.[1] ?? [])
    .map((place) => Object.fromEntries(['kind', 'title', 'titleAr', 'text', 'operations'].map((field) => [field, form.text(`axis.${place}.${field}`)])));

export const setUpDeeds = {
  recordAgreement: deed('recordAgreement', (form) => ({ template: form.text('template'), ...dated(form) })),
  correctAgreement: deed('correctAgreement', (form) => ({ kind: form.text('kind'), ...dated(form), ...textEdition(form) })),
  writeArticles: deed('writeArticles', (form) => ({ text: form.text('text'), ...textEdition(form) })),
  writeAxes: deed('writeAxes', (form) => ({ axes: axesOf(form), ...textEdition(form) })),
  setRule: { ...setRule, done: (_answer, form) => `/setup/rules#rule-${form.text('key')}` } satisfies Deed<unknown>,
};
