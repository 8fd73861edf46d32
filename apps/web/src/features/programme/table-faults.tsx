import { useSay } from '../../base/language.tsx';
import { Table } from '../../ui/table.tsx';
import type { TableFault } from './plan-table.graphql.ts';

/** What cannot be read of a table: where, in which column, and the remedy. */
export function TableFaults({ faults }: { faults: readonly TableFault[] }) {
  const say = useSay();
  return (
    <>
      <p>{say('webOffice.table.faultsText')}</p>
      <Table<TableFault>
        caption={say('webOffice.table.faults', { count: faults.length })}
        rows={faults}
        keyOf={({ line, column, refusal }) => `${line} ${column} ${refusal.sentence}`}
        columns={[
          { head: say('webOffice.table.where'), cell: ({ line }) => (line === null ? say('webOffice.table.whole') : say('webOffice.table.line', { line: String(line) })) },
          { head: say('webOffice.table.column'), cell: ({ line, column }) => <bdi>{column ?? (line === null ? '—' : say('webOffice.table.wholeLine'))}</bdi> },
          { head: say('webOffice.table.remedy'), cell: ({ refusal }) => refusal.sentence },
        ]}
      />
    </>
  );
}
