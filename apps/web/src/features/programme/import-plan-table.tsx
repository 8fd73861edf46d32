import { useEffect, useRef } from 'react';
import { useActionData } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Amounts } from './amounts.tsx';
import styles from './import-plan-table.module.css';
import { OfficeForm } from './office-form.tsx';
import { TableFaults } from './table-faults.tsx';
import type { ReadTable, TableLine } from './plan-table.graphql.ts';

/** A table as it was read, before anything is written. */
export interface TablePreview {
  readonly preview: ReadTable;
  readonly table: string;
  readonly key: string;
  readonly values: { readonly form: readonly ['preview'] };
}

interface ImportPlanTableProps {
  readonly year: number;
  readonly where: Here;
  readonly megabytes: number;
  readonly pageKey: string;
}

/** Forms say where they post: after a file was read, the page's own address is that of files. */
const pageOf = (year: number): string => `/plans/${year}/import`;

function Lines({ lines }: { lines: readonly TableLine[] }) {
  const say = useSay();
  return (
    <Table<TableLine>
      caption={say('webOffice.table.preview', { count: lines.length })}
      rows={lines}
      keyOf={({ line }) => String(line)}
      columns={[
        { head: say('webProgramme.field.title'), cell: ({ title }) => <span dir="auto">{title}</span> },
        { head: say('webOffice.table.where'), cell: ({ line }) => say('webOffice.table.line', { line: String(line) }) },
        { head: say('webProgramme.field.kind'), cell: ({ kind }) => say(`webProgramme.kind.${kind}`) },
        { head: say('webProgramme.field.axisId'), cell: ({ axisNumber }) => <bdi>{axisNumber ?? say('webProgramme.card.outsideAxes')}</bdi> },
        { head: say('webProgramme.field.startsOn'), cell: ({ startsOn }) => startsOn && <CivilDate on={startsOn} /> },
        { head: say('webProgramme.field.endsOn'), cell: ({ endsOn }) => endsOn && <CivilDate on={endsOn} /> },
        { head: say('webProgramme.part.indicators'), cell: ({ indicators }) => <bdi>{indicators}</bdi>, figures: true },
        { head: say('webProgramme.field.budget'), cell: ({ budgetTotals }) => <Amounts amounts={budgetTotals} />, figures: true },
      ]}
    />
  );
}

function Taking({ shown: { preview, table, key }, year, where }: { shown: TablePreview } & Pick<ImportPlanTableProps, 'year' | 'where'>) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <p>{say('webOffice.table.previewText')}</p>
      {preview.unchanged > 0 && <p>{say('webOffice.table.unchanged', { count: preview.unchanged })}</p>}
      <ActForm name="importPlanTable" idempotencyKey={key} action={pageOf(year)}>
        <input type="hidden" name="partnershipId" value={where.partnershipId} />
        <input type="hidden" name="year" value={year} />
        <textarea name="table" hidden readOnly value={table} />
        <Button icon="check" busy={sending}>
          {say('webOffice.table.take', { count: preview.lines.length })}
        </Button>
      </ActForm>
    </>
  );
}

/** What the table would become, or what to mend; it takes the reader's place on the page when it comes. */
function Preview({ shown, ...props }: { shown: TablePreview } & Pick<ImportPlanTableProps, 'year' | 'where'>) {
  const region = useRef<HTMLElement>(null);
  const { lines, faults } = shown.preview;
  useEffect(() => region.current?.focus(), [shown]);
  return (
    <section ref={region} id="preview" tabIndex={-1} aria-live="polite" className="stack">
      {faults.length > 0 ? <TableFaults faults={faults} /> : <Lines lines={lines} />}
      {faults.length === 0 && <Taking shown={shown} {...props} />}
    </section>
  );
}

function Pasted({ table }: { table: string }) {
  const say = useSay();
  return (
    <div className={styles.pasted}>
      <TextArea key={table} name="table" required rows={8} wrap="off" maxLength={100_000} label={say('webOffice.table.paste')} hint={say('webOffice.table.pasteHint')} defaultValue={useKept('table', table)} />
    </div>
  );
}

/** A table pasted from a spreadsheet, or its file: looked at first, taken whole or not at all. Works without JavaScript. */
export function ImportPlanTable({ year, where, megabytes, pageKey }: ImportPlanTableProps) {
  const say = useSay();
  const sending = useSending();
  const answer = useActionData() as Partial<TablePreview> | undefined;
  const shown = answer?.preview ? (answer as TablePreview) : null;
  const words = { year: String(year) };
  return (
    <>
      <PageHeader title={say('webOffice.table.title', words)} lead={<p>{say('webOffice.table.lead')}</p>} />
      {shown && <Preview shown={shown} year={year} where={where} />}
      <p>{say('webOffice.table.columnsText')}</p>
      <ActForm name="look" idempotencyKey={keyOf(pageKey, 'look')} action={pageOf(year)}>
        <Pasted table={shown?.table ?? ''} />
        <Button kind={shown ? 'secondary' : 'primary'} busy={sending}>
          {say('webOffice.table.look')}
        </Button>
      </ActForm>
      <section aria-labelledby="file" className="stack">
        <h2 id="file">{say('webOffice.table.file')}</h2>
        <OfficeForm action={`${pageOf(year)}?file=yes`} kind="secondary" idempotencyKey={keyOf(pageKey, 'file')} label={say('webOffice.field.table')} accept=".xlsx,.csv" megabytes={megabytes} send={say('webOffice.table.look')} />
      </section>
      <p>
        <LinkButton kind="quiet" to={`/plans/${year}`}>
          {say('webOffice.plan.years', words)}
        </LinkButton>
      </p>
    </>
  );
}
