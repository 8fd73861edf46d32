import { useLocation } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { wayBack } from '../../base/way-back.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { dayAfter, nextYearEnd } from './clock-days.ts';
import { clockPath } from './move-clock.graphql.ts';
import styles from './move-clock.module.css';

/** « Avancer au … »: three usual jumps, or any day to come. */
export function MoveClock({ today, idempotencyKey }: { today: string; idempotencyKey: string }) {
  return (
    <ActForm idempotencyKey={idempotencyKey} action={clockPath} name="moveClock">
      <Jumps today={today} />
    </ActForm>
  );
}

function Jumps({ today }: { today: string }) {
  const say = useSay();
  const { language } = useVoice();
  const { pathname, search } = useLocation();
  const sending = useSending();
  const here = pathname === clockPath ? '/' : wayBack(pathname + search);
  const yearEnd = nextYearEnd(today);
  const jumps = [
    { to: dayAfter(today, 1), words: say('webDemo.clock.days', { days: 1 }) },
    { to: dayAfter(today, 7), words: say('webDemo.clock.days', { days: 7 }) },
    { to: yearEnd, words: dateInWords(language, yearEnd) },
  ];
  return (
    <>
      <input type="hidden" name="back" value={useKept('back', here)} />
      <div className="cluster">
        {jumps.map(({ to, words }) => (
          <Button key={to} kind="secondary" name="jump" value={to} formNoValidate busy={sending}>
            {words}
          </Button>
        ))}
      </div>
      <div className={styles.day}>
        <Field type="date" name="to" required min={dayAfter(today, 1)} label={say('webDemo.clock.to')} defaultValue={useKept('to')} />
        <Button kind="secondary" icon="clock" busy={sending}>
          {say('webDemo.clock.move')}
        </Button>
      </div>
    </>
  );
}
