import { useKept } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { Fields } from './form-parts.ts';
import { sectionNames, sheetKinds, type Axis, type Sheet } from './sheet.graphql.ts';
import styles from './sheet-form.module.css';

/** What the fiche is called, of what kind, on which axis or why on none. */
export function Identity({ fields, axes }: { fields: Fields; axes: readonly Axis[] }) {
  const say = useSay();
  return (
    <>
      <Field name="title" required maxLength={200} label={say('webProgramme.field.title')} defaultValue={useKept('title', fields['title'])} />
      <Select name="kind" required label={say('webProgramme.field.kind')} defaultValue={useKept('kind', fields['kind'])}>
        {sheetKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`webProgramme.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <div id="axis" className={styles.place}>
        <Select later name="axisId" label={say('webProgramme.field.axisId')} hint={say('webProgramme.hint.axis')} defaultValue={useKept('axisId', fields['axisId'])}>
          <option value="">{say('webProgramme.sheet.noAxis')}</option>
          {axes
            .filter(({ kind }) => kind === 'STRATEGIC')
            .map(({ id, number, title }) => (
              <option key={id} value={id}>
                {`${number}. ${title}`}
              </option>
            ))}
        </Select>
        <TextArea name="outsideAxesReason" rows={2} label={say('webProgramme.field.outsideAxesReason')} defaultValue={useKept('outsideAxesReason', fields['outsideAxesReason'])} />
      </div>
    </>
  );
}

function Section({ name, fields }: { name: (typeof sectionNames)[number]; fields: Fields }) {
  const say = useSay();
  const field = `section.${name}`;
  return (
    <div id={name} className={styles.place}>
      <TextArea later name={field} label={say(`webProgramme.field.${name}`)} hint={say(`webProgramme.hint.${name}`)} defaultValue={useKept(field, fields[field])} />
    </div>
  );
}

/** The texts of the fiche, each with what it is for; the text carried over from a file only where there is some. */
export function Sections({ fields }: { fields: Fields }) {
  return sectionNames.filter((name) => name !== 'carried' || fields['section.carried']).map((name) => <Section key={name} name={name} fields={fields} />);
}

function Answer({ axis, fields }: { axis: Axis; fields: Fields }) {
  const say = useSay();
  const field = `transversal.${axis.id}`;
  return <TextArea later name={field} label={axis.title} hint={say('webProgramme.hint.transversal')} defaultValue={useKept(field, fields[field])} />;
}

/** Both transversal axes ask every fiche for an answer. */
export function TransversalAnswers({ sheet, fields }: { sheet: Sheet; fields: Fields }) {
  return (
    <div id="transversal" className={styles.place}>
      {sheet.transversalAnswers.map(({ axis }) => (
        <Answer key={axis.id} axis={axis} fields={fields} />
      ))}
    </div>
  );
}

/** First and last day, by the device's own calendar. */
export function Calendar({ fields }: { fields: Fields }) {
  const say = useSay();
  return (
    <div className={styles.row}>
      <div id="startsOn" className={styles.place}>
        <Field later type="date" name="startsOn" label={say('webProgramme.field.startsOn')} defaultValue={useKept('startsOn', fields['startsOn'])} />
      </div>
      <div id="endsOn" className={styles.place}>
        <Field later type="date" name="endsOn" label={say('webProgramme.field.endsOn')} defaultValue={useKept('endsOn', fields['endsOn'])} />
      </div>
    </div>
  );
}
