import { useActionData } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Amounts } from './amounts.tsx';
import { projectsPath, type PastLine, type ReadPast } from './joining.graphql.ts';
import { OfficeForm } from './office-form.tsx';
import { TableFaults } from './table-faults.tsx';

/** A table as it was read, before anything is written. */
export interface PastPreview {
  readonly preview: ReadPast;
  readonly table: string;
  readonly key: string;
  readonly values: { readonly form: readonly ['preview'] };
}

function Lines({ lines }: { lines: readonly PastLine[] }) {
  const say = useSay();
  return (
    <Table<PastLine>
      caption={say('webJoining.past.preview', { count: lines.length })}
      rows={lines}
      keyOf={({ line }) => String(line)}
      columns={[
        { head: say('webProgramme.field.title'), cell: ({ title }) => <span dir="auto">{title}</span> },
        { head: say('webJoining.past.years'), cell: ({ startsYear, endsYear }) => <bdi>{startsYear === endsYear ? startsYear : `${startsYear}–${endsYear}`}</bdi> },
        { head: say('webJoining.past.place'), cell: ({ place }) => <bdi>{place}</bdi> },
        { head: say('webJoining.past.domain'), cell: ({ domain }) => <bdi>{domain}</bdi> },
        { head: say('webJoining.past.amount'), cell: ({ amount }) => amount && <Amounts amounts={[amount]} />, figures: true },
      ]}
    />
  );
}

function Shown({ shown: { preview, table, key }, partnershipId }: { shown: PastPreview; partnershipId: string }) {
  const say = useSay();
  const sending = useSending();
  const { lines, faults, unchanged } = preview;
  return (
    <section id="preview" aria-live="polite" className="stack">
      {faults.length > 0 ? <TableFaults faults={faults} /> : <Lines lines={lines} />}
      {unchanged > 0 && <p>{say('webJoining.past.unchanged', { count: unchanged })}</p>}
      {faults.length === 0 && (
        <ActForm name="importPastProjects" idempotencyKey={key} action={projectsPath}>
          <input type="hidden" name="partnershipId" value={partnershipId} />
          <textarea name="table" hidden readOnly value={table} />
          <Button icon="check" busy={sending}>{say('webJoining.past.take', { count: lines.length })}</Button>
        </ActForm>
      )}
    </section>
  );
}

function Pasted({ table }: { table: string }) {
  const say = useSay();
  return <TextArea key={table} name="table" required rows={8} wrap="off" maxLength={200_000} label={say('webJoining.past.paste')} hint={say('webJoining.past.pasteHint')} defaultValue={useKept('table', table)} />;
}

/** Past projects, from a table: looked at first, taken whole or not at all. Works without JavaScript. */
export function PastProjects({ partnershipId, megabytes, pageKey }: { partnershipId: string; megabytes: number; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const answer = useActionData() as Partial<PastPreview> | undefined;
  const shown = answer?.preview ? (answer as PastPreview) : null;
  return (
    <>
      <PageHeader title={say('webJoining.past.title')} lead={<p>{say('webJoining.past.lead')}</p>} />
      {shown && <Shown shown={shown} partnershipId={partnershipId} />}
      <p>{say('webJoining.past.columns')}</p>
      <OfficeForm action={`${projectsPath}?file=yes`} kind={shown ? 'secondary' : 'primary'} idempotencyKey={keyOf(pageKey, 'file')} label={say('webJoining.past.fileField')} accept=".csv,.xlsx" megabytes={megabytes} send={say('webJoining.past.look')} />
      <ActForm name="look" idempotencyKey={keyOf(pageKey, 'look')} action={projectsPath}>
        <Pasted table={shown?.table ?? ''} />
        <Button kind="secondary" busy={sending}>{say('webJoining.past.look')}</Button>
      </ActForm>
      <p>
        <LinkButton kind="quiet" to="/joining">
          {say('webJoining.title')}
        </LinkButton>
      </p>
    </>
  );
}
