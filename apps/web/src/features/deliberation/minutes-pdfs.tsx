import { useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { Pdf } from './minutes.graphql.ts';

/** Links to PDFs, one per language, the reader's first. They are files of the API: the browser opens them itself. */
export function PdfLinks({ pdfs, of }: { pdfs: readonly Pdf[]; of: 'frozen' | 'signed' }) {
  const { say, language: page } = useVoice();
  if (pdfs.length === 0) return null;
  return (
    <div className="cluster">
      {[...pdfs].sort((one, other) => Number(other.language === page) - Number(one.language === page)).map(({ language, url }) => (
        <LinkButton key={url} kind={of === 'frozen' ? 'secondary' : 'quiet'} icon="document" to={url} reloadDocument>
          {say(`webMinutes.pdf.${of}`, { language: say(language === 'ar' ? 'webMinutes.language.ar' : 'webMinutes.language.fr') })}
        </LinkButton>
      ))}
    </div>
  );
}
