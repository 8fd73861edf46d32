import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { here, hereWith } from '../base/here.ts';
import { notAllowed } from '../base/not-found.ts';
import { readFile } from '../base/read-file.ts';
import { ImportSheet } from '../features/programme/import-sheet.tsx';

/** A new fiche from a Word file, `/sheets/import?year=2027`. */
export async function loader(args: LoaderFunctionArgs) {
  const { myCategories } = await hereWith(args, 'PLAN');
  if (!myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR')) throw notAllowed(args);
  const year = Number(new URL(args.request.url).searchParams.get('year'));
  return { year, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { partnershipId } = await here(args);
  const read = await readFile(args, { kind: 'newSheet', id: partnershipId });
  return 'kept' in read ? data(read.kept, { status: 422 }) : redirect(`/sheets/${read.answer}#context`, 303);
}

export default function ImportSheetRoute() {
  return <ImportSheet {...useLoaderData<typeof loader>()} />;
}
