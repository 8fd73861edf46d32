import { useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { Here } from '../../base/here.ts';

/** The fiches of the year as a spreadsheet, and the way back for those who write some. */
export function PlanExcel({ year, where }: { year: number; where: Here }) {
  const { say, language: mine } = useVoice();
  const language = mine === 'ar' ? 'ar' : 'fr';
  const writes = where.myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR');
  return (
    <section aria-labelledby="excel" className="stack" data-screen-only="">
      <h2 id="excel">{say('webOffice.plan.title')}</h2>
      <div className="cluster">
        <LinkButton icon="download" to={`/files/plans/${where.partnershipId}/${year}/${language}.xlsx`} reloadDocument>
          {say('webOffice.plan.download')}
        </LinkButton>
        {writes && (
          <LinkButton kind="quiet" icon="plus" to={`/plans/${year}/import`}>
            {say('webOffice.plan.bring')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
