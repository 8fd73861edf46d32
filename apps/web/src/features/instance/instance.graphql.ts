import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';

/** Who answers for the service; parts not given are null. */
export interface NoticeShown {
  readonly demo: boolean;
  readonly publisher: string | null;
  readonly publisherAddress: string | null;
  readonly publisherPhone: string | null;
  readonly publicationDirector: string | null;
  readonly hosting: string | null;
  readonly dpo: string | null;
}

const noticeDocument = 'query Notice { instanceNotice { demo publisher publisherAddress publisherPhone publicationDirector hosting dpo } }';

export const readNotice = async (args: LoaderFunctionArgs): Promise<NoticeShown> => (await ask<{ instanceNotice: NoticeShown }>(args, noticeDocument)).instanceNotice;

/** How a criterion stands; only what a person or a complete check has seen is CONFORM. */
export type CriterionStatus = 'CONFORM' | 'NOT_CONFORM' | 'NOT_APPLICABLE' | 'NOT_VERIFIED';

export interface CriterionShown {
  readonly id: string;
  readonly label: string;
  readonly status: CriterionStatus;
  readonly proof: string | null;
}

export const readCriteria = async (args: LoaderFunctionArgs): Promise<readonly CriterionShown[]> =>
  (await ask<{ accessibility: readonly CriterionShown[] }>(args, 'query Accessibility { accessibility { id label status proof } }')).accessibility;
