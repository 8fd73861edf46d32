import { useState } from 'react';
import { useKept } from '../../base/act-form.tsx';
import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useScripted } from '../../base/scripted.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { BudgetTable } from './budget-table.tsx';
import type { BudgetTable as BudgetTableShown } from './budget.graphql.ts';
import { FieldRemarks } from './field-remarks.tsx';
import type { Fields } from './form-parts.ts';
import styles from './sheet-form.module.css';

function Line({ place, fields, parties }: { place: number; fields: Fields; parties: readonly PartyHere[] }) {
  const say = useSay();
  const name = (field: string): string => `budget.${place}.${field}`;
  const currencies = [...new Set(parties.map(({ territory }) => territory.currency))];
  return (
    <fieldset className={styles.line}>
      <legend>{say('webProgramme.sheet.line', { place: place + 1 })}</legend>
      <Field {...(place === 0 ? { id: 'budget' } : {})} later name={name('label')} label={say('webProgramme.field.lineLabel')} defaultValue={useKept(name('label'), fields[name('label')])} />
      <div className={styles.row}>
        <Field later name={name('amount')} label={say('webProgramme.field.amount')} inputMode="decimal" autoComplete="off" defaultValue={useKept(name('amount'), fields[name('amount')])} />
        <Select name={name('currency')} required label={say('webProgramme.field.currency')} defaultValue={useKept(name('currency'), fields[name('currency')] ?? currencies[0])}>
          {currencies.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </Select>
        <Select name={name('kind')} required label={say('webProgramme.field.budgetKind')} defaultValue={useKept(name('kind'), fields[name('kind')] ?? 'CASH')}>
          <option value="CASH">{say('webProgramme.budgetKind.CASH')}</option>
          <option value="IN_KIND">{say('webProgramme.budgetKind.IN_KIND')}</option>
        </Select>
      </div>
      <div className={styles.row}>
        <Select name={name('payer')} required label={say('webProgramme.field.payer')} defaultValue={useKept(name('payer'), fields[name('payer')] ?? parties[0]?.id)}>
          {parties.map(({ id, shortName }) => (
            <option key={id} value={id}>
              {shortName}
            </option>
          ))}
          <option value="other">{say('webProgramme.sheet.otherPayer')}</option>
        </Select>
        <Field name={name('funder')} label={say('webProgramme.field.funder')} defaultValue={useKept(name('funder'), fields[name('funder')])} />
      </div>
    </fieldset>
  );
}

interface BudgetProps {
  readonly count: number;
  readonly fields: Fields;
  readonly parties: readonly PartyHere[];
  readonly table: BudgetTableShown;
}

/** Who pays how much for what; totals by currency as the server added them. */
export function Budget({ count, fields, parties, table }: BudgetProps) {
  const say = useSay();
  const scripted = useScripted();
  const [added, setAdded] = useState(0);
  const rows = Math.max(count + 1, added);
  return (
    <div className={styles.place}>
      <p className={styles.hint}>{say('webProgramme.hint.rows')}</p>
      {Array.from({ length: rows }, (_, place) => (
        <Line key={place} place={place} fields={fields} parties={parties} />
      ))}
      {scripted && (
        <Button type="button" kind="secondary" icon="plus" onClick={() => setAdded(rows + 1)}>
          {say('webProgramme.sheet.addLine')}
        </Button>
      )}
      <FieldRemarks field="budget" name={say('webProgramme.field.budget')} />
      <BudgetTable budget={table} />
    </div>
  );
}
