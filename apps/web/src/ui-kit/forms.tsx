import { ActForm, useKept, useSending } from '../base/act-form.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field, Select, TextArea } from '../ui/field.tsx';
import type { Samples } from './samples.ts';

type Texts = Samples['form'];

/** Controls of a form that posts: refused when the guest convenes, done when the host does. */
export function Forms({ texts, idempotencyKey, done }: { texts: Texts; idempotencyKey: string; done: string | null }) {
  return (
    <section className="stack">
      <h2>{texts.heading}</h2>
      {done !== null && (
        <Banner tone="good">
          {texts.done} <bdi>{done}</bdi>
        </Banner>
      )}
      <ActForm idempotencyKey={idempotencyKey}>
        <Controls texts={texts} />
      </ActForm>
    </section>
  );
}

function Controls({ texts }: { texts: Texts }) {
  const sending = useSending();
  return (
    <>
      <Field name="text" required label={texts.text} hint={texts.hint} defaultValue={useKept('text')} />
      <Field name="date" type="text" inputMode="numeric" label={texts.date} error={texts.error} defaultValue={useKept('date', '30/02')} />
      <Select name="axis" required label={texts.axis} defaultValue={useKept('axis')}>
        {texts.axes.map((axis) => (
          <option key={axis}>{axis}</option>
        ))}
      </Select>
      <TextArea name="long" label={texts.long} defaultValue={useKept('long')} />
      <Choice
        legend={texts.who}
        name="choice"
        chosen={useKept('choice')}
        options={[
          { value: 'guest', label: texts.guest },
          { value: 'host', label: texts.host, consequence: texts.consequence },
        ]}
      />
      <Button busy={sending}>{texts.send}</Button>
    </>
  );
}
