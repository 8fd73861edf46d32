import { useKept } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field, Select } from '../../ui/field.tsx';
import type { SetUp } from './set-up.graphql.ts';

function Form({ setUp }: { setUp: SetUp }) {
  const say = useSay();
  const [template, kind] = [useKept('template', 'COOPERATION'), useKept('kind', setUp.kind ?? '')];
  if (!setUp.agreementId) {
    const options = setUp.templates.map(({ code, title, lead }) => ({ value: code, label: title, consequence: lead }));
    return <Choice legend={say('webSetUp.agreement.template')} name="template" required chosen={template} options={options} />;
  }
  return (
    <Select name="kind" required label={say('webSetUp.agreement.kind')} defaultValue={kind}>
      {setUp.kinds.map(({ code, title }) => (
        <option key={code} value={code}>
          {title}
        </option>
      ))}
    </Select>
  );
}

/** What binds the parties: its form, its name, since when. */
export function SetUpAgreement({ setUp }: { setUp: SetUp }) {
  const say = useSay();
  return (
    <>
      <Form setUp={setUp} />
      <Field name="displayName" required maxLength={160} label={say('webSetUp.agreement.name')} hint={say('webSetUp.agreement.nameHint')} defaultValue={useKept('displayName', setUp.displayName ?? '')} />
      <Field type="date" name="effectiveOn" label={say('webSetUp.agreement.effectiveOn')} hint={say('webSetUp.agreement.effectiveOnHint')} defaultValue={useKept('effectiveOn', setUp.effectiveOn ?? '')} />
      <Field name="since" inputMode="numeric" dir="ltr" maxLength={4} label={say('webSetUp.agreement.since')} hint={say('webSetUp.agreement.sinceHint')} defaultValue={useKept('since', setUp.since ?? '')} />
    </>
  );
}
