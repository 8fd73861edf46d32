import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { Sheet } from './sheet.graphql.ts';

/** The fiche as a Word file, in either language; and the way back, for those who may write in it. */
export function SheetWord({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { allowed } = sheet.viewerMay.edit;
  return (
    <section id="word" aria-labelledby="word-title" className="stack" data-screen-only="">
      <h2 id="word-title">{say('webOffice.sheet.title')}</h2>
      <p>{say(allowed ? 'webOffice.sheet.lead' : 'webOffice.sheet.readOnly')}</p>
      <div className="cluster">
        <LinkButton icon="download" to={`/files/sheets/${sheet.id}/fr.docx`} reloadDocument>
          {say('webOffice.sheet.downloadFr')}
        </LinkButton>
        <LinkButton icon="download" to={`/files/sheets/${sheet.id}/ar.docx`} reloadDocument>
          {say('webOffice.sheet.downloadAr')}
        </LinkButton>
        {allowed && (
          <LinkButton kind="quiet" icon="document" to={`/sheets/${sheet.id}/refill`}>
            {say('webOffice.sheet.bring')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
