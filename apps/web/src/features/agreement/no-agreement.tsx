import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** What a page says while no agreement is begun: where it is written, and by whom. */
export function NoAgreement({ title, where }: { title: string; where: Here }) {
  const say = useSay();
  const mine = where.myCategories.includes('COORDINATOR');
  return (
    <>
      <PageHeader title={title} eyebrow={<bdi>{where.partnershipName}</bdi>} />
      <EmptyState icon="document" title={say('webSetUp.empty.title')}>
        <p>{say(mine ? 'webSetUp.empty.lead' : 'webSetUp.empty.lookLead')}</p>
        <LinkButton kind={mine ? 'primary' : 'secondary'} icon="arrow" to="/setup">
          {say('webSetUp.empty.open')}
        </LinkButton>
      </EmptyState>
    </>
  );
}
