import { useSay } from '../base/language.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** After an erasure: nobody is signed in any more. */
export default function MyDataErasedRoute() {
  const say = useSay();
  return <PageHeader title={say('privacy.myData.erased.title')} lead={say('privacy.myData.erased.text')} />;
}
