/**
 * Where a rule comes from. Shown beside every refusal, in code, API and screen:
 * our default is never presented as the partners' own rule (design: rule provenance).
 */
export interface RuleSource {
  readonly kind: 'ARTICLE' | 'RULES_OF_PROCEDURE' | 'LAW' | 'PRODUCT_DEFAULT';
  /** « Art. 5 », « L. 1115-1 CGCT », « C5 Q8 » … */
  readonly reference: string;
  /** The words of the text, quoted in its own language, when there is a text. */
  readonly quote?: string;
}

/** A value printed inside a sentence; instants and civil dates travel as ISO 8601 text. */
export type SentenceValue = string | number | boolean;

/** An expected « no »: a value, never thrown. The sentence itself is said by `phrases`, from the code. */
export interface Refusal {
  readonly refused: true;
  /** UPPER_SNAKE code, one phrase each (`phrases`: `refusal.<CODE>`). */
  readonly code: string;
  readonly args: Readonly<Record<string, SentenceValue>>;
  readonly source: RuleSource | null;
}

/** A « yes », with what it gives. */
export interface Accepted<T> {
  readonly refused: false;
  readonly value: T;
}

/** What every rule and every action answers. */
export type Answer<T> = Accepted<T> | Refusal;

export const accepted = <T>(value: T): Accepted<T> => ({ refused: false, value });

/** A « no »: its code, what its sentence needs, and the rule it comes from. */
export const refused = (
  code: string,
  args: Readonly<Record<string, SentenceValue>> = {},
  source: RuleSource | null = null,
): Refusal => ({ refused: true, code, args, source });
