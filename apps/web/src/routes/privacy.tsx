import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { useSay } from '../base/language.tsx';
import { readNotice } from '../features/instance/instance.graphql.ts';
import { PrivacyNotice } from '../features/privacy/privacy-notice.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ notice: await readNotice(args) });

export default function PrivacyRoute() {
  const say = useSay();
  const { publisher, dpo } = useLoaderData<typeof loader>().notice;
  return <PrivacyNotice controller={publisher} dpo={dpo} missing={say('instance.legal.missing')} />;
}
