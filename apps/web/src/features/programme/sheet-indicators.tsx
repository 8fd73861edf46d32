import { useState, type FormEvent } from 'react';
import { useKept } from '../../base/act-form.tsx';
import type { PartyHere } from '../../base/here.ts';
import { useVoice } from '../../base/language.tsx';
import { numberInWords } from '../../base/dates.tsx';
import { useScripted } from '../../base/scripted.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FieldRemarks } from './field-remarks.tsx';
import { rowsOf, type Fields } from './form-parts.ts';
import styles from './sheet-form.module.css';

/** The rows to which the list of what is missing leads: where a label, a method, a person is first to be written. */
const wantedIn = (fields: Fields) => (field: string): number => {
  const rows = rowsOf(fields, 'indicator');
  return field === 'label' ? 0 : Math.max(0, rows.findIndex((row) => !row[field]));
};

interface RowProps {
  readonly place: number;
  readonly fields: Fields;
  readonly parties: readonly PartyHere[];
}

const peopleOf = (text: string): number => Number(text.replace(/\s/g, '')) || 0;

function Targets({ place, fields, parties }: RowProps) {
  const { say, language } = useVoice();
  const saved = parties.map(({ id }) => peopleOf(fields[`indicator.${place}.target.${id}`] ?? ''));
  const [typed, setTyped] = useState<Readonly<Record<string, number>>>({});
  const total = parties.reduce((sum, { id }, index) => sum + (typed[id] ?? saved[index] ?? 0), 0);
  const note = (id: string) => (event: FormEvent<HTMLInputElement>) => setTyped({ ...typed, [id]: peopleOf(event.currentTarget.value) });
  return (
    <fieldset className={styles.targets}>
      <legend>{say('webProgramme.field.targets')}</legend>
      <div className={styles.row}>
        {parties.map(({ id, shortName }) => (
          <Target key={id} name={`indicator.${place}.target.${id}`} label={shortName} fields={fields} onInput={note(id)} />
        ))}
        <p className={styles.total}>
          {say('webProgramme.field.total')} <output>{numberInWords(language, total)}</output>
        </p>
      </div>
    </fieldset>
  );
}

function Target({ name, label, fields, onInput }: { name: string; label: string; fields: Fields; onInput(event: FormEvent<HTMLInputElement>): void }) {
  return <Field later name={name} label={label} inputMode="numeric" autoComplete="off" defaultValue={useKept(name, fields[name])} onInput={onInput} />;
}

function Indicator({ place, fields, parties }: RowProps) {
  const { say } = useVoice();
  const name = (field: string): string => `indicator.${place}.${field}`;
  const wanted = wantedIn(fields);
  const idOf = (field: string, id: string): { id?: string } => (wanted(field) === place ? { id } : {});
  return (
    <fieldset className={styles.line}>
      <legend>{say('webProgramme.sheet.indicator', { place: place + 1 })}</legend>
      <Field {...idOf('label', 'indicators')} later name={name('label')} label={say('webProgramme.field.indicatorLabel')} defaultValue={useKept(name('label'), fields[name('label')])} />
      <Targets place={place} fields={fields} parties={parties} />
      <div className={styles.row}>
        <Field {...idOf('method', 'methods')} later name={name('method')} label={say('webProgramme.field.method')} defaultValue={useKept(name('method'), fields[name('method')])} />
        <Field {...idOf('responsible', 'responsibles')} later name={name('responsible')} label={say('webProgramme.field.responsible')} defaultValue={useKept(name('responsible'), fields[name('responsible')])} />
      </div>
    </fieldset>
  );
}

/** What will be measured, for how many people on each territory, how and by whom. One empty row always waits at the end. */
export function Indicators({ count, fields, parties }: { count: number; fields: Fields; parties: readonly PartyHere[] }) {
  const { say } = useVoice();
  const scripted = useScripted();
  const [added, setAdded] = useState(0);
  const rows = Math.max(count + 1, added);
  return (
    <div className={styles.place}>
      <p className={styles.hint}>{say('webProgramme.hint.rows')}</p>
      {Array.from({ length: rows }, (_, place) => (
        <Indicator key={place} place={place} fields={fields} parties={parties} />
      ))}
      {scripted && (
        <Button type="button" kind="secondary" icon="plus" onClick={() => setAdded(rows + 1)}>
          {say('webProgramme.sheet.addIndicator')}
        </Button>
      )}
      <FieldRemarks field="indicator" name={say('webProgramme.field.indicator')} />
    </div>
  );
}
