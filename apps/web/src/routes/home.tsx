import { signInPath } from '../base/ask.ts';
import { useSay } from '../base/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Frame } from '../ui/frame.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** The public door: what this is, and the way in. */
export default function Home() {
  const say = useSay();
  return (
    <Frame>
      <PageHeader
        title={say('web.home.title')}
        lead={say('web.home.lead')}
        actions={
          <LinkButton kind="primary" to={signInPath}>
            {say('web.home.signIn')}
          </LinkButton>
        }
      />
    </Frame>
  );
}
