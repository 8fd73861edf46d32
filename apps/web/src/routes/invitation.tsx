import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { notFound } from '../base/not-found.ts';
import { AcceptInvitation } from '../features/parties/accept-invitation.tsx';
import { acceptInvitation, declineInvitation } from '../features/parties/people-acts.graphql.ts';
import { invitationFields, type Invitation } from '../features/parties/people.graphql.ts';

const document = `query Invitation($id: ID!) { invitation(id: $id) { ${invitationFields} } }`;

/** Where the letter points: it asks who is there, and changes nothing by itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { invitation } = await ask<{ invitation: Invitation | null }>(args, document, { id: args.params['id'] });
  if (!invitation) throw notFound(args);
  return { invitation, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { acceptInvitation, declineInvitation });

export default function InvitationRoute() {
  return <AcceptInvitation {...useLoaderData<typeof loader>()} />;
}
