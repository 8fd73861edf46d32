import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { useSay } from '../base/language.tsx';
import { PublicRecord } from '../features/public/public-record.tsx';
import { readPublicRecord } from '../features/public/public.graphql.ts';
import { PageHeader } from '../ui/page-header.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ record: await readPublicRecord(args, 100) });

/** Everything that was decided, for anybody. */
export default function PublicRoute() {
  const say = useSay();
  const { record } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={say('webPublic.title')} lead={say('webPublic.lead')} />
      <PublicRecord record={record} extent="all" />
    </>
  );
}
