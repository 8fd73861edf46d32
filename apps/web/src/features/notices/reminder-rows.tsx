import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { Table } from '../../ui/table.tsx';
import { rowPath, type ReminderRow } from './reminder-rows.graphql.ts';
import styles from './reminders.module.css';

interface ReminderRowsProps {
  readonly rows: readonly ReminderRow[];
  /** May the reader move rows? A coordination does. */
  readonly mayMove: boolean;
  readonly done: string | null;
}

/** « Calendrier des rappels »: every row, whom it tells, and whether partners may move it. */
export function ReminderRows({ rows, mayMove, done }: ReminderRowsProps) {
  const say = useSay();
  const debts = [...new Set(rows.map(({ debt }) => debt))];
  return (
    <>
      <PageHeader title={say('webReminders.rows.title')} lead={<p>{say('webReminders.rows.lead')}</p>} />
      {done === 'moved' && (
        <Banner tone="good">
          <p role="status">{say('webReminders.rows.done')}</p>
        </Banner>
      )}
      <div className={styles.cards}>
        {debts.map((debt) => (
          <Disclosure key={debt} label={say(`webReminders.rows.debt.${debt}`)} open={debt === debts[0] || rows.some((row) => row.debt === debt && row.days !== row.ours)}>
            <Rows rows={rows.filter((row) => row.debt === debt)} mayMove={mayMove} caption={say(`webReminders.rows.counted.${debt}`)} />
          </Disclosure>
        ))}
      </div>
    </>
  );
}

function Rows({ rows, mayMove, caption }: { rows: readonly ReminderRow[]; mayMove: boolean; caption: string }) {
  const say = useSay();
  return (
    <Table
      caption={caption}
      keyOf={({ rule }) => rule}
      rows={rows}
      columns={[
        { head: say('webReminders.rows.row'), cell: ({ row }) => <bdi dir="ltr">{row}</bdi> },
        { head: say('webReminders.year.to'), cell: ({ to }) => to.map((one) => say(`webReminders.rows.to.${one}`)).join(', ') },
        { head: say('webReminders.rows.standing'), cell: (row) => <Standing row={row} /> },
        ...(mayMove ? [{ head: say('webReminders.rows.act'), cell: (row: ReminderRow) => <Move row={row} /> }] : []),
      ]}
    />
  );
}

function Standing({ row: { fixed, days, ours, movedBy, movedAt } }: { row: ReminderRow }) {
  const say = useSay();
  if (fixed) return <Status tone="still">{say(`webReminders.rows.fixed.${fixed}`)}</Status>;
  if (days === ours || !movedAt) return <span>{say('webReminders.rows.ours')}</span>;
  return (
    <span>
      {say('webReminders.rows.movedBy')} <bdi>{movedBy}</bdi>, <Moment at={movedAt} />
    </span>
  );
}

function Move({ row: { rule, row, fixed } }: { row: ReminderRow }) {
  const say = useSay();
  if (fixed) return null;
  return (
    <LinkButton kind="quiet" to={rowPath(rule)}>
      {say('webReminders.rows.move')}{' '}
      <bdi dir="ltr" className="unseen">
        {row}
      </bdi>
    </LinkButton>
  );
}
