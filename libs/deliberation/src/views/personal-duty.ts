import type { RuleSource } from '#kernel';

/** Something a person owes, as a code and its values; whoever shows it finds the sentence. */
export interface PersonalDuty {
  readonly kind: string;
  /** Name under `notices.duty`. */
  readonly phrase: string;
  readonly values: Readonly<Record<string, string>>;
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly dueOn: string | null;
  readonly href: string;
  readonly source: RuleSource | null;
}
