import { data, redirect, type ActionFunctionArgs } from 'react-router';
import { attempt, readForm, type Kept } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';
import { readFile } from '../../base/read-file.ts';
import type { RefusalShown } from '../../base/act.ts';
import { importPastProjects, pastTable, type ReadPast } from './joining.graphql.ts';
import type { PastPreview } from './past-projects.tsx';

const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n');
const inPaste = (kept: Kept, table: string): Kept => ({ ...kept, values: { ...kept.values, form: ['look'], table: [table] } });

async function shown(args: ActionFunctionArgs, partnershipId: string, table: string) {
  const { pastTable: read } = await ask<{ pastTable: ReadPast | (RefusalShown & { readonly __typename: 'Refused' }) }>(args, pastTable, { partnershipId, table });
  const key = args.context.newKey();
  if (read.__typename === 'Refused') return data(inPaste({ refusal: read, values: {}, key }, table), { status: 422 });
  return data({ preview: read, table, key, values: { form: ['preview'] } } satisfies PastPreview, { status: read.faults.length > 0 ? 422 : 200 });
}

/** The three steps of a table of past projects on one page: its file is read, it is looked at, it is taken. */
export async function lookAtPast(args: ActionFunctionArgs, partnershipId: string) {
  if (new URL(args.request.url).searchParams.has('file')) {
    const read = await readFile(args, { kind: 'planTable', id: partnershipId });
    return 'kept' in read ? data(read.kept, { status: 422 }) : shown(args, partnershipId, read.answer);
  }
  const form = await readForm(args.request);
  if (form.text('form') !== 'importPastProjects') return shown(args, partnershipId, plainLines(form.text('table')));
  const outcome = await attempt(args, importPastProjects, form);
  return 'kept' in outcome ? data(inPaste(outcome.kept, plainLines(form.text('table'))), { status: 422 }) : redirect(importPastProjects.done(outcome.answer, form), 303);
}
