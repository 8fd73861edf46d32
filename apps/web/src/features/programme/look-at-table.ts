import { data, redirect, type ActionFunctionArgs } from 'react-router';
import { attempt, readForm, type Form, type Kept } from '../../base/act.ts';
import { ask } from '../../base/ask.ts';
import { readFile } from '../../base/read-file.ts';
import type { TablePreview } from './import-plan-table.tsx';
import { importPlanTable, planTable, type PlanTableAnswer } from './plan-table.graphql.ts';

interface Place {
  readonly partnershipId: string;
  readonly year: number;
}

const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n');
/** The form of the pasted table shows the reason, with the table in place. */
const inPaste = (kept: Kept, table: string): Kept => ({ ...kept, values: { ...kept.values, form: ['look'], table: [table] } });

async function shown(args: ActionFunctionArgs, place: Place, table: string) {
  const { planTable: read } = await ask<PlanTableAnswer>(args, planTable, { ...place, table });
  const key = args.context.newKey();
  if (read.__typename === 'Refused') return data(inPaste({ refusal: read, values: {}, key }, table), { status: 422 });
  return data({ preview: read, table, key, values: { form: ['preview'] } } satisfies TablePreview, { status: read.faults.length > 0 ? 422 : 200 });
}

async function taken(args: ActionFunctionArgs, form: Form) {
  const outcome = await attempt(args, importPlanTable, form);
  return 'kept' in outcome ? data(inPaste(outcome.kept, plainLines(form.text('table'))), { status: 422 }) : redirect(importPlanTable.done(outcome.answer, form), 303);
}

/** A table's three steps on one page: its file is read, it is looked at, it is taken. */
export async function lookAtTable(args: ActionFunctionArgs, place: Place) {
  if (new URL(args.request.url).searchParams.has('file')) {
    const read = await readFile(args, { kind: 'planTable', id: place.partnershipId });
    return 'kept' in read ? data(read.kept, { status: 422 }) : shown(args, place, read.answer);
  }
  const form = await readForm(args.request);
  return form.text('form') === 'importPlanTable' ? taken(args, form) : shown(args, place, plainLines(form.text('table')));
}
