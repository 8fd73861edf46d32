import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { sendFile } from '../base/send-file.ts';
import { AttachToItem } from '../features/deliberation/item-documents.tsx';
import { meetingPage, type MeetingAnswer } from '../features/deliberation/meeting.graphql.ts';

/** A document for an item of the agenda, `/meetings/<id>/items/<id>/attach`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await here(args);
  const { meeting } = await ask<MeetingAnswer>(args, meetingPage, { id: args.params['meetingId'], partnershipId });
  const item = meeting?.agenda.find(({ id }) => id === args.params['itemId']);
  if (!meeting || !item) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return { meeting, item, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => {
  const { meetingId = '', itemId = '' } = args.params;
  return sendFile(args, { kind: 'agendaItem', id: itemId }, `/meetings/${meetingId}#documents-${itemId}`);
};

export default function AttachToItemRoute() {
  return <AttachToItem {...useLoaderData<typeof loader>()} />;
}
