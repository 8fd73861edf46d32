import type { Deed, Form } from '../../base/act.ts';

type SheetDone = { readonly id: string; readonly year: number };

function onSheet(mutation: string, input: (form: Form) => Readonly<Record<string, unknown>>, done: (sheet: SheetDone) => string): Deed<SheetDone> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return {
    document: `mutation ${mutation}($input: ${type}!) { ${mutation}(input: $input) { ...refused ... on ProjectSheet { id year } } }`,
    variables: (form) => ({ input: input(form) }),
    done,
  };
}

const sheetId = (form: Form) => ({ sheetId: form.text('sheetId') });
const withVersion = (form: Form) => ({ ...sheetId(form), version: Number(form.text('version')) });
const toSheet = ({ id }: SheetDone): string => `/sheets/${id}`;
const drafted = (form: Form) => ({
  partnershipId: form.text('partnershipId'),
  year: Number(form.text('year')),
  kind: form.text('kind') || 'PROJECT',
  actionLeadId: form.text('actionLeadId') || null,
  axisId: form.text('axisId') || null,
  title: form.text('title') || null,
  fromSheetId: form.text('fromSheetId') || null,
});

/** A new fiche, from a lead of Annexe II or from a title; it opens where its first sentence is written. */
export const draftSheet = onSheet('draftSheet', drafted, ({ id }) => `/sheets/${id}#context`);
/** Submits what was read: another version in the meantime is refused. */
export const submitSheet = onSheet('submitSheet', withVersion, toSheet);
export const coValidateSheet = onSheet('coValidateSheet', withVersion, toSheet);
export const returnSheet = onSheet('returnSheet', (form) => ({ ...sheetId(form), reason: form.text('reason') }), toSheet);
export const detachFromSheet = onSheet('detachFromSheet', (form) => ({ attachmentId: form.text('attachmentId') }), ({ id }) => `/sheets/${id}#documents`);
/** An old version taken up again, as a new one. */
export const restoreSheet = onSheet('restoreSheet', (form) => ({ ...sheetId(form), reference: form.text('reference'), expectedVersion: Number(form.text('expectedVersion')) }), ({ id }) => `/sheets/${id}/versions`);
export const withdrawSheet = onSheet('withdrawSheet', sheetId, ({ year }) => `/plans/${year}`);
