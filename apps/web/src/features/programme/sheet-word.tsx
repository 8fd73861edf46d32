import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { Here } from '../../base/here.ts';
import type { Sheet } from './sheet.graphql.ts';

/** The fiche as a Word file, in either language, here or by mail; the way back, for those who may write in it; and the word of whoever answered on paper. */
export function SheetWord({ sheet, where: { myCategories } }: { sheet: Sheet; where: Here }) {
  const say = useSay();
  const { allowed } = sheet.viewerMay.edit;
  const writes = myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR');
  const open = ['DRAFT', 'RETURNED', 'SUBMITTED', 'CO_VALIDATED'].includes(sheet.state);
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
        {writes && (
          <LinkButton kind="quiet" icon="mail" to={`/sheets/${sheet.id}/mail`}>
            {say('webEntered.mail.open')}
          </LinkButton>
        )}
        {open && myCategories.includes('COORDINATOR') && (
          <LinkButton kind="quiet" icon="pen" to={`/enter/${sheet.id}`}>
            {say('webEntered.enter.link')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
