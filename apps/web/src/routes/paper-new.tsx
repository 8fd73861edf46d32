import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { hereWith } from '../base/here.ts';
import { useSay } from '../base/language.tsx';
import { notAllowed } from '../base/not-found.ts';
import { enterPaperMinutes } from '../features/deliberation/paper.graphql.ts';
import { PaperForm } from '../features/deliberation/paper-form.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** A PV signed on paper before Passerelle, `/joining/minutes/new`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await hereWith(args, 'COMMITTEE');
  if (!where.myCategories.includes('COORDINATOR')) throw notAllowed(args);
  return { where, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => act(args, enterPaperMinutes);

export default function PaperNewRoute() {
  const say = useSay();
  const { where, pageKey } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={say('webJoining.form.title')} lead={<p>{say('webJoining.form.lead')}</p>} />
      <PaperForm name="enterPaperMinutes" partnershipId={where.partnershipId} parties={where.parties} pageKey={pageKey} />
    </>
  );
}
