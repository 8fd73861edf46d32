import { signInPath } from '../../base/way-back.ts';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** What a stranger reads: what this is, the way in, and the way to what was decided, further down. */
export function Welcome({ recordAnchor }: { recordAnchor: string }) {
  const say = useSay();
  return (
    <PageHeader
      title={say('web.home.title')}
      lead={say('web.home.lead')}
      actions={
        <>
          <LinkButton kind="primary" to={signInPath}>
            {say('web.home.signIn')}
          </LinkButton>
          <LinkButton kind="quiet" icon="document" to={`#${recordAnchor}`}>
            {say('webPublic.read')}
          </LinkButton>
        </>
      }
    />
  );
}
