import { useSay } from '../base/language.tsx';
import { LinkButton } from './button.tsx';
import { PageHeader } from './page-header.tsx';

const known = ['NOT_FOUND', 'NOT_ALLOWED', 'SIGN_IN_REQUIRED', 'TOO_BUSY', 'UNEXPECTED'] as const;
type Known = (typeof known)[number];

/** An error as a page: what happened in a sentence, the reference to give, the way home. */
export function TroublePage({ code, requestId }: { code: string; requestId: string }) {
  const say = useSay();
  const named: Known = known.find((candidate) => candidate === code) ?? 'UNEXPECTED';
  return (
    <>
      <PageHeader title={say(`web.trouble.${named}`)} lead={say(`refusal.${named}`, { requestId })} />
      <p>
        <LinkButton to="/" reloadDocument>
          {say('web.trouble.home')}
        </LinkButton>
      </p>
    </>
  );
}
