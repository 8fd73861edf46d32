import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { sendFile } from '../base/send-file.ts';
import { AttachToMandate } from '../features/parties/attach-to-mandate.tsx';
import { peopleDocument, type PeopleAsked } from '../features/parties/people.graphql.ts';

/** The act of an interim, `/people/mandates/<id>/attach`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { people } = await ask<PeopleAsked>(args, peopleDocument, { partnershipId: where.partnershipId, on: null });
  const mine = (people?.parties ?? []).filter(({ viewerManages }) => viewerManages);
  const found = mine.flatMap(({ party, mandates }) => mandates.map((mandate) => ({ mandate, organisation: party.organisation }))).find(({ mandate }) => mandate.id === args.params['mandateId'] && mandate.interimDocument !== null);
  if (!found) throw notFound(args);
  return { ...found, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => sendFile(args, { kind: 'mandate', id: args.params['mandateId'] ?? '' }, `/people#mandate-${args.params['mandateId'] ?? ''}`);

export default function MandateAttachRoute() {
  return <AttachToMandate {...useLoaderData<typeof loader>()} />;
}
