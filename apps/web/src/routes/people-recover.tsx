import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { AskRecovery } from '../features/parties/ask-recovery.tsx';
import { askRecovery } from '../features/parties/people-acts.graphql.ts';
import { peopleDocument, type People } from '../features/parties/people.graphql.ts';

/** A lost address or key, `/people/recover?person=…`. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId } = await here(args);
  const { people } = await ask<{ people: People | null }>(args, peopleDocument, { partnershipId });
  const wanted = new URL(args.request.url).searchParams.get('person');
  const person = people?.parties.flatMap(({ mandates }) => mandates).find((mandate) => mandate.person.id === wanted)?.person;
  if (!person) throw notFound(args);
  return { partnershipId, person, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { askRecovery });

export default function RecoverRoute() {
  return <AskRecovery {...useLoaderData<typeof loader>()} />;
}
