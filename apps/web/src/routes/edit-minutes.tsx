import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { here } from '../base/here.ts';
import { editMinutes, readToEdit } from '../features/deliberation/edit-minutes.graphql.ts';
import { EditMinutes } from '../features/deliberation/edit-minutes.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ minutes: await readToEdit(args), whose: (await here(args)).mySeatIds.join(' '), idempotencyKey: args.context.newKey() });

export const action = (args: ActionFunctionArgs) => act(args, editMinutes(args.params['id'] ?? ''));

/** A refused save reads again what others saved meanwhile: both texts are shown. */
export const shouldRevalidate = () => true;

export default function EditMinutesRoute() {
  return <EditMinutes {...useLoaderData<typeof loader>()} />;
}
