import { articleSource, axisSource, leadSource, ruleSource } from '#agreement';
import { decisionSource, meetingSource, minutesSource } from '#deliberation';
import type { SearchSource } from '#platform';
import { actionSource, pastSource, sheetSource } from '#programme';

/** Everything that can be found, in the order in which a page shows it. */
export const searchSources: readonly SearchSource[] = [sheetSource, actionSource, decisionSource, meetingSource, minutesSource, articleSource, axisSource, leadSource, ruleSource, pastSource];
