import type { Deed } from '../../base/act.ts';
import type { LocalMoment } from '../../base/dates.tsx';
import { mayFields, type May } from '../../base/may.ts';

interface Named {
  readonly id: string;
  readonly displayName: string;
}

/** A remark beside a part of a fiche, or an answer to one. */
export interface Remark {
  readonly id: string;
  readonly answersId: string | null;
  readonly field: string;
  readonly text: string;
  readonly person: Named;
  readonly party: { readonly id: string; readonly shortName: string };
  /** Never shown to the other party. */
  readonly partyOnly: boolean;
  readonly version: number;
  readonly mentions: readonly Named[];
  readonly moment: LocalMoment;
  readonly resolvedAt: string | null;
}

/** Somebody who may be called to a remark. */
export interface Callable {
  readonly person: Named;
  readonly office: string;
  readonly party: { readonly id: string; readonly shortName: string };
}

export interface Remarks {
  readonly comments: readonly Remark[];
  readonly callable: readonly Callable[];
  readonly mayComment: May;
}

/** What is said beside the parts of the fiche `$id`; asked with the page. */
export const remarksFields = `sheetComments(sheetId: $id) {
    comments { id answersId field text person { id displayName } party { id shortName } partyOnly version mentions { id displayName } moment { city civilDate time } resolvedAt }
    callable { person { id displayName } office party { id shortName } }
    mayComment { ${mayFields} }
  }`;

export const noRemarks: Remarks = { comments: [], callable: [], mayComment: { allowed: false, refusal: null } };

type Done = { readonly id: string };

/** Writes a remark or an answer; back to where it stands. */
export const commentSheet: Deed<Done> = {
  document: `mutation commentSheet($input: CommentSheetInput!) { commentSheet(input: $input) { ...refused ... on ProjectSheet { id } } }`,
  variables: (form) => ({
    input: { sheetId: form.text('sheetId'), field: form.text('field'), text: form.text('text'), answersId: form.text('answersId') || null, mentions: form.values['mentions'] ?? [] },
  }),
  done: ({ id }, form) => `/sheets/${id}/remarks?field=${encodeURIComponent(form.text('field'))}`,
};

/** Settles a remark, or opens it again. */
export const settleSheetComment: Deed<Done> = {
  document: `mutation settleSheetComment($input: SettleSheetCommentInput!) { settleSheetComment(input: $input) { ...refused ... on ProjectSheet { id } } }`,
  variables: (form) => ({ input: { commentId: form.text('commentId'), settled: form.text('settled') === 'yes' } }),
  done: ({ id }, form) => `/sheets/${id}/remarks?field=${encodeURIComponent(form.text('field'))}`,
};
