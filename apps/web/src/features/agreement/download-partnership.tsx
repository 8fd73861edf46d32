import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';

/** For coordinators: the whole partnership in one verifiable file. A file of the API: the browser keeps it itself. */
export function DownloadPartnership({ where }: { where: Here }) {
  const say = useSay();
  if (!where.myCategories.includes('COORDINATOR')) return null;
  return (
    <section className="stack" aria-labelledby="download-partnership" data-screen-only="">
      <h2 id="download-partnership">{say('webArchive.title')}</h2>
      <p>{say('webArchive.lead')}</p>
      <div className="cluster">
        <LinkButton icon="download" to={`/files/partnership.zip?partnership=${where.partnershipId}`} reloadDocument>
          {say('webArchive.download')}
        </LinkButton>
      </div>
      <p>{say('webArchive.check')}</p>
    </section>
  );
}
