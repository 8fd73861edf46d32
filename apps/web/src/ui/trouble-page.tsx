import { useSay } from '../base/language.tsx';
import { LinkButton } from './button.tsx';
import { PageHeader } from './page-header.tsx';

/** Written one by one: a template would bring every refusal of the house to every page. */
const sentences = {
  NOT_FOUND: 'refusal.NOT_FOUND',
  NOT_ALLOWED: 'refusal.NOT_ALLOWED',
  SIGN_IN_REQUIRED: 'refusal.SIGN_IN_REQUIRED',
  TOO_BUSY: 'refusal.TOO_BUSY',
  UNEXPECTED: 'refusal.UNEXPECTED',
} as const;
type Known = keyof typeof sentences;

/** An error as a page: what happened in a sentence, the reference to give, the way home. */
export function TroublePage({ code, requestId }: { code: string; requestId: string }) {
  const say = useSay();
  const named: Known = Object.hasOwn(sentences, code) ? (code as Known) : 'UNEXPECTED';
  return (
    <>
      <PageHeader title={say(`web.trouble.${named}`)} lead={say(sentences[named], { requestId })} />
      <p>
        <LinkButton to="/" reloadDocument>
          {say('web.trouble.home')}
        </LinkButton>
      </p>
    </>
  );
}
