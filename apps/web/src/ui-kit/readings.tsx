import { CivilDate } from '../base/dates.tsx';
import { Facts } from '../ui/facts.tsx';
import { Status } from '../ui/status.tsx';
import { Table } from '../ui/table.tsx';
import { Timeline } from '../ui/timeline.tsx';
import type { Samples } from './samples.ts';

type Row = Samples['table']['rows'][number];

/** What is read: a table, steps, facts. */
export function Readings({ texts }: { texts: Samples }) {
  const { table, timeline, facts } = texts;
  const [held, final, signing, executory] = timeline.steps;
  return (
    <div className="stack">
      <Table<Row>
        caption={table.caption}
        rows={table.rows}
        keyOf={({ id }) => id}
        columns={[
          { head: table.sheet, cell: ({ id, name }) => `${id} · ${name}` },
          { head: table.amount, cell: ({ amount }) => <bdi>{amount}</bdi>, figures: true },
          { head: table.state, cell: ({ tone, state }) => <Status tone={tone}>{state}</Status> },
        ]}
      />
      <Timeline
        label={timeline.label}
        moments={[
          { id: 'held', state: 'past', title: held, when: <CivilDate on="2025-11-18" length="long" /> },
          { id: 'final', state: 'past', title: final, when: <CivilDate on="2025-12-01" /> },
          { id: 'missed', state: 'missed', title: timeline.missed, when: <CivilDate on="2025-12-11" /> },
          { id: 'signing', state: 'present', title: signing },
          { id: 'executory', state: 'future', title: executory },
        ]}
      />
      <Facts facts={facts} />
    </div>
  );
}
