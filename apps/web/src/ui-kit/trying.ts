import type { Language } from '#kernel';
import type { Deed } from '../base/act.ts';
import type { GraphqlCall } from '../base/load-context.ts';

/** The form of the living page: shows a refusal, keeps what was written, redirects when done. It writes nowhere. */
export const trying: Deed<{ text: string }> = {
  document: 'mutation Try($text: String!) { try(text: $text) { ...refused ... on Tried { text } } }',
  variables: (form) => ({ text: form.text('text'), choice: form.text('choice') }),
  done: ({ text }) => `/ui-kit?done=${encodeURIComponent(text)}`,
};

const guestConvenes = (language: Language) => ({
  __typename: 'Refused',
  code: 'HOST_CONVENES',
  sentence: language === 'ar' ? 'وحده ممثل البلد المضيف يدعو اللجنة.' : 'Seul le représentant du pays hôte convoque le comité.',
  source: { kind: 'ARTICLE', reference: 'Art. 5', quote: 'Le Comité de Pilotage est convoqué par le représentant du pays hôte.' },
});

/** Answers the living page's form by itself: refused unless « host » is chosen; « break » fails as a bug would. */
export const tryGraphql =
  (language: Language): GraphqlCall =>
  async (_document, variables = {}) => {
  if (variables['text'] === 'break') throw new Error('broken on purpose, at /secret/place');
  return { data: { try: variables['choice'] === 'host' ? { __typename: 'Tried', text: String(variables['text']) } : guestConvenes(language) } };
};
