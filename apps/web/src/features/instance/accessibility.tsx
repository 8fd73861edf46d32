import { Foreign, useSay } from '../../base/language.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { CriterionShown, CriterionStatus } from './instance.graphql.ts';
import styles from './instance.module.css';

const tones: Readonly<Record<CriterionStatus, Tone>> = { CONFORM: 'done', NOT_CONFORM: 'stopped', NOT_APPLICABLE: 'still', NOT_VERIFIED: 'waiting' };
const themes = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'] as const;
const statuses: readonly CriterionStatus[] = ['CONFORM', 'NOT_CONFORM', 'NOT_APPLICABLE', 'NOT_VERIFIED'];

/** The statement, generated from the file where each criterion has its state and its proof. */
export function Accessibility({ criteria }: { criteria: readonly CriterionShown[] }) {
  const say = useSay();
  const count = (status: CriterionStatus): number => criteria.filter((one) => one.status === status).length;
  const audited = count('NOT_VERIFIED') === 0;
  return (
    <>
      <PageHeader title={say('instance.accessibility.title')} lead={say('instance.accessibility.lead')} />
      <p className={styles.verdict}>{say('instance.accessibility.conformity', { state: audited ? 'PARTIAL' : 'NONE' })}</p>
      <p>{say('instance.accessibility.state', { checked: count('CONFORM'), unchecked: count('NOT_VERIFIED') })}</p>
      <ul className={styles.counts}>
        {statuses.map((status) => (
          <li key={status}>
            <Status tone={tones[status]}>{say(`instance.accessibility.statuses.${status}`)}</Status> {say('instance.accessibility.count', { count: count(status) })}
          </li>
        ))}
      </ul>
      <Card title={say('instance.accessibility.contact.title')}>
        <p>{say('instance.accessibility.contact.text')}</p>
        <p>{say('instance.accessibility.contact.defender')}</p>
      </Card>
      {themes.map((theme) => (
        <Theme key={theme} theme={theme} criteria={criteria.filter(({ id }) => id.startsWith(`${theme}.`))} />
      ))}
    </>
  );
}

function Theme({ theme, criteria }: { theme: (typeof themes)[number]; criteria: readonly CriterionShown[] }) {
  const say = useSay();
  const columns: readonly Column<CriterionShown>[] = [
    { head: say('instance.accessibility.criterion'), cell: ({ id }) => id },
    { head: say('instance.accessibility.subject'), cell: ({ label }) => <Foreign language="fr">{label}</Foreign> },
    { head: say('instance.accessibility.status'), cell: ({ status }) => <Status tone={tones[status]}>{say(`instance.accessibility.statuses.${status}`)}</Status> },
    { head: say('instance.accessibility.proof'), cell: ({ proof }) => (proof ? <code dir="ltr">{proof}</code> : say('instance.accessibility.none')) },
  ];
  return <Table caption={say(`instance.accessibility.themes.${theme}`)} columns={columns} rows={criteria} keyOf={({ id }) => id} />;
}
