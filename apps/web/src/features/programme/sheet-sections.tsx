import { useKept } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { FieldRemarks } from './field-remarks.tsx';
import type { Fields } from './form-parts.ts';
import { sectionNames, sheetKinds, type Axis, type Sheet } from './sheet.graphql.ts';
import styles from './sheet-form.module.css';

/** What the fiche is called, of what kind, on which axis or why on none. */
export function Identity({ fields, axes }: { fields: Fields; axes: readonly Axis[] }) {
  const say = useSay();
  return (
    <>
      <Field name="title" required maxLength={200} label={say('webProgramme.field.title')} defaultValue={useKept('title', fields['title'])} />
      <FieldRemarks field="title" name={say('webProgramme.field.title')} />
      <Select name="kind" required label={say('webProgramme.field.kind')} defaultValue={useKept('kind', fields['kind'])}>
        {sheetKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`webProgramme.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <div className={styles.place}>
        <Select id="axis" later name="axisId" label={say('webProgramme.field.axisId')} hint={say('webProgramme.hint.axis')} defaultValue={useKept('axisId', fields['axisId'])}>
          <option value="">{say('webProgramme.sheet.noAxis')}</option>
          {axes
            .filter(({ kind, active }) => kind === 'STRATEGIC' && active)
            .map(({ id, number, title }) => (
              <option key={id} value={id}>
                {`${number}. ${title}`}
              </option>
            ))}
        </Select>
        <FieldRemarks field="axisId" name={say('webProgramme.field.axisId')} />
        <TextArea name="outsideAxesReason" rows={2} label={say('webProgramme.field.outsideAxesReason')} defaultValue={useKept('outsideAxesReason', fields['outsideAxesReason'])} />
      </div>
    </>
  );
}

function Section({ name, fields }: { name: (typeof sectionNames)[number]; fields: Fields }) {
  const say = useSay();
  const field = `section.${name}`;
  return (
    <div className={styles.place}>
      <TextArea id={name} later name={field} label={say(`webProgramme.field.${name}`)} hint={say(`webProgramme.hint.${name}`)} defaultValue={useKept(field, fields[field])} />
      <FieldRemarks field={field} name={say(`webProgramme.field.${name}`)} />
    </div>
  );
}

/** The texts of the fiche, each with what it is for; the text carried over from a file only where there is some. */
export function Sections({ fields }: { fields: Fields }) {
  return sectionNames.filter((name) => name !== 'carried' || fields['section.carried']).map((name) => <Section key={name} name={name} fields={fields} />);
}

function Answer({ axis, fields, id }: { axis: Axis; fields: Fields; id: string | undefined }) {
  const say = useSay();
  const field = `transversal.${axis.id}`;
  const text = useKept(field, fields[field]);
  return (
    <>
      <TextArea id={id} later name={field} label={axis.title} hint={say('webProgramme.hint.transversal')} defaultValue={text} />
      <FieldRemarks field={field} name={axis.title} />
    </>
  );
}

/** Both transversal axes ask every fiche for an answer. */
export function TransversalAnswers({ sheet, fields }: { sheet: Sheet; fields: Fields }) {
  const asked = (sheet.transversalAnswers.find(({ text }) => text.trim() === '') ?? sheet.transversalAnswers[0])?.axis.id;
  return (
    <div className={styles.place}>
      {sheet.transversalAnswers.map(({ axis }) => (
        <Answer key={axis.id} axis={axis} fields={fields} id={axis.id === asked ? 'transversal' : undefined} />
      ))}
    </div>
  );
}

/** First and last day, by the device's own calendar. */
export function Calendar({ fields }: { fields: Fields }) {
  const say = useSay();
  return (
    <div className={styles.row}>
      <div className={styles.place}>
        <Field id="startsOn" later type="date" name="startsOn" label={say('webProgramme.field.startsOn')} defaultValue={useKept('startsOn', fields['startsOn'])} />
      </div>
      <div className={styles.place}>
        <Field id="endsOn" later type="date" name="endsOn" label={say('webProgramme.field.endsOn')} defaultValue={useKept('endsOn', fields['endsOn'])} />
      </div>
    </div>
  );
}
