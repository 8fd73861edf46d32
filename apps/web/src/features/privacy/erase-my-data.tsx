import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { ProveFirst } from './change-address.tsx';

/** What leaves, what stays and why; the form is closed until it is wanted. */
export function EraseMyData({ acts, pageKey }: { acts: number; pageKey: string }) {
  const say = useSay();
  return (
    <>
      <p>{say('privacy.myData.erase.text')}</p>
      <p>{say('privacy.myData.erase.kept', { acts })}</p>
      <Disclosure label={say('privacy.myData.erase.open')} form="erase">
        <p>{say('privacy.myData.erase.consequence')}</p>
        <ActForm idempotencyKey={keyOf(pageKey, 'erase')} name="erase">
          <Word />
        </ActForm>
        <ProveFirst form="erase" />
      </Disclosure>
    </>
  );
}

function Word() {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <Field name="word" required dir="ltr" autoComplete="off" label={say('privacy.myData.erase.word')} hint={say('privacy.myData.erase.wordHint')} defaultValue={useKept('word')} />
      <Button kind="danger" busy={sending}>
        {say('privacy.myData.erase.button')}
      </Button>
    </>
  );
}
