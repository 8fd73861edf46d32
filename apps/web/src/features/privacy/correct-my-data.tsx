import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import type { MyDataShown } from './my-data.graphql.ts';

/** Languages that have every sentence, each named in itself. */
const languages = [['fr', 'Français'], ['ar', 'العربية']] as const;

export function CorrectMyData({ shown, pageKey }: { shown: MyDataShown; pageKey: string }) {
  return (
    <ActForm idempotencyKey={keyOf(pageKey, 'correct')} name="correct">
      <Fields shown={shown} />
    </ActForm>
  );
}

function Fields({ shown }: { shown: MyDataShown }) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <Field name="displayName" required autoComplete="name" maxLength={100} label={say('privacy.myData.correct.name')} hint={say('privacy.myData.correct.nameHint')} defaultValue={useKept('displayName', shown.displayName)} />
      <Select name="language" required label={say('privacy.myData.correct.language')} defaultValue={useKept('language', shown.language)}>
        {languages.map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </Select>
      <Button busy={sending}>{say('privacy.myData.correct.button')}</Button>
    </>
  );
}
