import type { ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { myDataPath } from './my-data.graphql.ts';

const kinds = ['account', 'door', 'office', 'journal', 'letters'] as const;
type Kind = (typeof kinds)[number];

/** What is kept, why, how long, and what each may ask. `controller` and `dpo`: null when the instance has not said. */
export function PrivacyNotice({ controller, dpo, missing }: { controller: string | null; dpo: string | null; missing: ReactNode }) {
  const say = useSay();
  const columns: readonly Column<Kind>[] = (['data', 'purpose', 'howLong'] as const).map((part) => ({ head: say(`privacy.notice.kept.${part}`), cell: (kind) => say(`privacy.notice.kept.${kind}.${part}`) }));
  return (
    <>
      <PageHeader title={say('privacy.notice.title')} lead={say('privacy.notice.lead')} />
      <Facts
        facts={[
          { name: say('privacy.notice.controller'), value: controller ?? missing },
          { name: say('privacy.notice.dpo'), value: dpo ?? missing },
        ]}
      />
      <Card title={say('privacy.notice.why.title')}>
        <p>{say('privacy.notice.why.text')}</p>
        <p>{say('privacy.notice.outside')}</p>
      </Card>
      <Table caption={say('privacy.notice.kept.title')} columns={columns} rows={kinds} keyOf={(kind) => kind} />
      <Card title={say('privacy.notice.cookies.title')}>
        <p>{say('privacy.notice.cookies.text')}</p>
      </Card>
      <Card
        title={say('privacy.notice.rights.title')}
        actions={
          <LinkButton to={myDataPath} icon="lock">
            {say('privacy.notice.rights.link')}
          </LinkButton>
        }
      >
        <p>{say('privacy.notice.rights.text')}</p>
        <p>{say('privacy.notice.rights.cnil')}</p>
      </Card>
    </>
  );
}
