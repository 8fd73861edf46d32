import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { PublicMinutesLine } from './public.graphql.ts';

/** Links to public copies: files of the API, which the browser opens itself. */
export function PublicPdfs({ pdfs }: { pdfs: PublicMinutesLine['pdfs'] }) {
  const say = useSay();
  return pdfs.map(({ language, url }) => (
    <LinkButton key={url} kind="quiet" icon="download" to={url} reloadDocument>
      {say('webPublic.minutes.pdf', { language: say(`webPublic.minutes.languages.${language}`) })}
    </LinkButton>
  ));
}
