import type { Json, RuleSource } from '#kernel';
import { say } from '#phrases';
import type { Block } from '#platform';
import type { Composition, MailLanguage } from './mail.js';

type Details = Composition['line']['details'];

/** A text among a line's details; empty when it is not there. */
export const textOf = (details: Details, name: string): string => {
  const value = details[name];
  return typeof value === 'string' ? value : '';
};

/** Texts among a line's details. */
export const textsOf = (details: Details, name: string): string[] => {
  const value = details[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

const kinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;

const isRecord = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rule's source among a line's details: the partnership's own text, never ours. */
export function sourceOf(details: Details): RuleSource | null {
  const source = details['source'];
  if (!isRecord(source)) return null;
  const kind = kinds.find((one) => one === source['kind']);
  const { reference, quote } = source;
  return kind && typeof reference === 'string' ? { kind, reference, ...(typeof quote === 'string' ? { quote } : {}) } : null;
}

/** Why this is asked: the words of the text, in the language they were written in, and where they stand. Nothing when no rule says it. */
export function why(source: RuleSource | null, language: MailLanguage): Block[] {
  if (!source) return [];
  const reference = say(language, `ui.refusal.source.${source.kind}`, { reference: source.reference });
  return source.quote === undefined
    ? [{ kind: 'paragraph', text: [reference] }]
    : [{ kind: 'quote', text: source.quote, language: 'fr', direction: 'ltr', source: reference }];
}
