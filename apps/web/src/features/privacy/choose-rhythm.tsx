import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import type { MyDataShown } from './my-data.graphql.ts';

const rhythms = ['IMMEDIATE', 'DAILY', 'WEEKLY'] as const;

/** How often one's reminders come; what leaves at once whatever is chosen is said beside it. */
export function ChooseRhythm({ shown, pageKey }: { shown: MyDataShown; pageKey: string }) {
  return (
    <ActForm idempotencyKey={keyOf(pageKey, 'chooseRhythm')} name="chooseRhythm">
      <Rhythms chosen={shown.mailRhythm} />
    </ActForm>
  );
}

function Rhythms({ chosen }: { chosen: string }) {
  const say = useSay();
  const sending = useSending();
  const options = rhythms.map((value) => ({ value, label: say(`privacy.myData.rhythm.${value}`), consequence: say(`privacy.myData.rhythm.${value}hint`) }));
  return (
    <>
      <Choice legend={say('privacy.myData.rhythm.legend')} name="rhythm" required options={options} chosen={useKept('rhythm', chosen)} />
      <p>{say('privacy.myData.rhythm.legal')}</p>
      <Button busy={sending}>{say('privacy.myData.rhythm.button')}</Button>
    </>
  );
}
