import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { NoticeShown } from './instance.graphql.ts';

/** Who publishes and who hosts; what nobody gave is said to be missing. */
export function Legal({ notice }: { notice: NoticeShown }) {
  const say = useSay();
  const given = (value: string | null): string => value ?? say('instance.legal.missing');
  const facts = [
    { name: say('instance.legal.publisher'), value: given(notice.publisher) },
    { name: say('instance.legal.address'), value: given(notice.publisherAddress) },
    { name: say('instance.legal.phone'), value: given(notice.publisherPhone) },
    { name: say('instance.legal.director'), value: given(notice.publicationDirector) },
    { name: say('instance.legal.hosting'), value: given(notice.hosting) },
  ];
  const software = { name: say('instance.legal.software'), value: say('instance.legal.softwareText') };
  return (
    <>
      <PageHeader title={say('instance.legal.title')} lead={say('instance.legal.lead')} />
      {notice.demo && (
        <Banner>
          <p>{say('instance.legal.demo')}</p>
        </Banner>
      )}
      <Facts facts={notice.demo ? [software] : [...facts, software]} />
    </>
  );
}
