import { data, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act, readForm } from '../base/act.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { recordTransmission } from '../features/agreement/life-acts.graphql.ts';
import { livesPage, readStamps, type LivesAnswer, type StampReading } from '../features/agreement/life.graphql.ts';
import { ReadStamp } from '../features/agreement/read-stamp.tsx';

/** The stamps of a party's act, `/agreement/transmission?agreement=<id>&party=<id>`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { searchParams } = new URL(args.request.url);
  const { agreementLives: lives } = await ask<LivesAnswer>(args, livesPage, { partnershipId: where.partnershipId });
  const life = lives.find(({ id }) => id === searchParams.get('agreement')) ?? lives[0];
  const acts = life?.parties.find(({ party, viewerMayRegister }) => party.id === searchParams.get('party') && viewerMayRegister.allowed);
  if (!life || !acts) throw notFound(args);
  return { acts, agreementId: life.id, pageKey: args.context.newKey() };
}

/** Reading changes nothing: it answers what was understood. Keeping is the register's own act. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request.clone());
  if (form.text('form') !== 'readStamp') return act(args, recordTransmission);
  const { partnershipId } = await here(args);
  const text = form.text('text');
  const { readStamps: reading } = await ask<{ readStamps: StampReading }>(args, readStamps, { partnershipId, text });
  return data({ reading, pasted: text, values: {} });
}

export default function ReadStampRoute() {
  const read = useActionData() as { readonly reading?: StampReading; readonly pasted?: string; readonly values?: Readonly<Record<string, readonly string[]>> } | undefined;
  const page = useLoaderData<typeof loader>();
  // A refused keeping comes back with what was typed: the fields stay open.
  const kept = read?.values?.['form'] ? { actId: null, warnings: [], sentOn: null, receivedOn: null, publishedOn: null, publicationLeftBlank: false, unreadable: [] } : null;
  return <ReadStamp {...page} reading={read?.reading ?? kept} pasted={read?.pasted ?? ''} />;
}
