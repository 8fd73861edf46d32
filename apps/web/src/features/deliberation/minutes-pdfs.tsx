import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { Pdf } from './minutes.graphql.ts';

/** Links to PDFs, one per language. They are files of the API: the browser opens them itself. */
export function PdfLinks({ pdfs, of }: { pdfs: readonly Pdf[]; of: 'frozen' | 'signed' }) {
  const say = useSay();
  if (pdfs.length === 0) return null;
  return (
    <div className="cluster">
      {pdfs.map(({ language, url }) => (
        <LinkButton key={url} icon="document" to={url} reloadDocument>
          {say(`webMinutes.pdf.${of}`, { language: say(language === 'ar' ? 'webMinutes.language.ar' : 'webMinutes.language.fr') })}
        </LinkButton>
      ))}
    </div>
  );
}
