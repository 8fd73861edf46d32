import type { Deed, Form } from '../../base/act.ts';
import { rulePath } from './rules.graphql.ts';

const documentOf = (mutation: string): string =>
  `mutation ${mutation}($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ...refused ... on RuleBook { edition } } }`;

/** The parts of a value, from fields named `part.<name>`; a day comes in two, its month first. */
function partsOf({ values }: Form): { name: string; values: readonly string[] }[] {
  const parts = new Map<string, string[]>();
  for (const [field, given] of Object.entries(values)) {
    const [prefix, name, piece] = field.split('.');
    if (prefix !== 'part' || !name) continue;
    const held = parts.get(name) ?? [];
    if (piece === 'month') held.unshift(...given);
    else held.push(...given);
    parts.set(name, held);
  }
  return [...parts].map(([name, held]) => ({ name, values: held }));
}

const sourceOf = (form: Form): Readonly<Record<string, unknown>> => ({
  kind: form.text('sourceKind') || 'PRODUCT_DEFAULT',
  articleNumber: form.text('articleNumber') || null,
  reference: form.text('reference').trim() || null,
  adoptedOn: form.text('adoptedOn') || null,
  quote: form.text('quote').trim() || null,
});

const value = (form: Form) => ({ partnershipId: form.text('partnershipId'), key: form.text('key'), parts: partsOf(form) });
const done = (_answer: unknown, form: Form): string => rulePath(form.text('key'));

export const setRule: Deed<unknown> = { document: documentOf('setRule'), variables: (form) => ({ input: { ...value(form), source: sourceOf(form) } }), done };

export const proposeRuleChange: Deed<unknown> = { document: documentOf('proposeRuleChange'), variables: (form) => ({ input: { ...value(form), motive: form.text('motive') } }), done };

export const correctRule: Deed<unknown> = { document: documentOf('correctRule'), variables: (form) => ({ input: { ...value(form), source: sourceOf(form), motive: form.text('motive') } }), done };

const onVersion = (mutation: string): Deed<unknown> => ({ document: documentOf(mutation), variables: (form) => ({ input: { versionId: form.text('versionId') } }), done });
export const agreeRuleCorrection = onVersion('agreeRuleCorrection');
export const closeRuleAsking = onVersion('closeRuleAsking');

export const confirmService: Deed<unknown> = {
  document: documentOf('confirmService'),
  variables: (form) => ({ input: { partnershipId: form.text('partnershipId'), edition: Number(form.text('edition')) } }),
  done: (_answer, form) => (form.text('back') === '/setup/service' ? '/setup/service' : '/rules'),
};
