import type { Here } from '../../base/here.ts';
import type { RuleBook } from './rules.graphql.ts';
import type { SetUp, Step } from './set-up.graphql.ts';

/** What the page of a step is made of. */
export interface SetUpProps {
  readonly setUp: SetUp;
  readonly step: Step;
  readonly book: RuleBook | null;
  readonly where: Here;
  readonly unproved: boolean;
  readonly pageKey: string;
  /** The rule whose form is open. */
  readonly rule: string | null;
  /** The usual axes stand in the form, to be kept or emptied. */
  readonly offered: boolean;
}
