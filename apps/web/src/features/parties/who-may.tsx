import { Form } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Table } from '../../ui/table.tsx';
import { personas, type Persona, type WhoMayRow } from './who-may.graphql.ts';
import styles from './people.module.css';

const reaches = (row: WhoMayRow, persona: Persona | null): boolean => persona === null || row.who !== 'SEATS' || row.personas.includes(persona);

function Who({ row }: { row: WhoMayRow }) {
  const say = useSay();
  if (row.who !== 'SEATS') return <>{say(`webParties.whoMay.${row.who}`)}</>;
  return (
    <ul>
      {row.personas.map((persona) => (
        <li key={persona}>{say(`parties.category.${persona}`)}</li>
      ))}
    </ul>
  );
}

/** « Qui peut quoi »: the rows that the server's own door obeys, acts first; one office at a time if wished. */
export function WhoMay({ rows, persona }: { rows: readonly WhoMayRow[]; persona: Persona | null }) {
  const say = useSay();
  const columns = [
    { head: say('webParties.whoMay.what'), cell: (row: WhoMayRow) => row.sentence },
    { head: say('webParties.whoMay.who'), cell: (row: WhoMayRow) => <Who row={row} /> },
    { head: say('webParties.whoMay.why'), cell: (row: WhoMayRow) => (row.source.kind === 'PRODUCT_DEFAULT' ? <span className={styles.quiet}>{say('webParties.whoMay.byDefault')}</span> : <Source source={row.source} />) },
  ];
  return (
    <>
      <PageHeader title={say('webParties.whoMay.title')} lead={say('webParties.whoMay.lead')} />
      <p>{say('webParties.whoMay.defaults')}</p>
      <Form method="get" className={styles.date}>
        <Select name="as" required label={say('webParties.whoMay.person')} defaultValue={persona ?? ''}>
          <option value="">{say('webParties.whoMay.all')}</option>
          {personas.map((one) => (
            <option key={one} value={one}>
              {say(`parties.category.${one}`)}
            </option>
          ))}
        </Select>
        <Button kind="secondary">{say('webParties.whoMay.show')}</Button>
      </Form>
      {([true, false] as const).map((changes) => (
        <Table
          key={String(changes)}
          caption={say(changes ? 'webParties.whoMay.act' : 'webParties.whoMay.see')}
          columns={columns}
          rows={rows.filter((row) => row.changes === changes && reaches(row, persona))}
          keyOf={({ operation }) => operation}
        />
      ))}
    </>
  );
}
