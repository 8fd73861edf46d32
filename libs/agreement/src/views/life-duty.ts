import type { RuleSource } from '#kernel';

/** A duty of a person, as « Mon tour » shows it. */
export interface LifeDuty {
  readonly kind: string;
  readonly phrase: string;
  readonly values: Readonly<Record<string, string>>;
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly source: RuleSource;
  readonly dueOn: string | null;
  readonly href: string;
}
