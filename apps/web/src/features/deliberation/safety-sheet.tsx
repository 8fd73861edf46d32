import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate, Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import type { Safety } from './convening.graphql.ts';
import styles from './convening.module.css';
import type { Meeting } from './meeting.graphql.ts';

const advices = ['NORMAL', 'REINFORCED', 'UNLESS_NECESSARY', 'AGAINST'] as const;

function Sheet({ safety: { hostContact, emergency, insurance, advice, adviceOn, notes, keptAt } }: { safety: Safety }) {
  const say = useSay();
  const told = (name: string, text: string) => (text ? [{ name, value: <span className={styles.lines}>{text}</span> }] : []);
  const level = advice && (
    <>
      {say(`webConvening.safety.level.${advice}`)}
      {adviceOn && (
        <>
          {' · '}
          {say('webConvening.safety.adviceOn')} <CivilDate on={adviceOn} />
        </>
      )}
    </>
  );
  const facts = [
    ...told(say('webConvening.safety.hostContact'), hostContact),
    ...told(say('webConvening.safety.emergency'), emergency),
    ...told(say('webConvening.safety.insurance'), insurance),
    { name: say('webConvening.safety.advice'), value: level ?? say('webConvening.safety.adviceUnread') },
    ...told(say('webConvening.safety.notes'), notes),
  ];
  return (
    <>
      <Facts facts={facts} />
      <p className={styles.small}>
        {say('webConvening.safety.keptAt')} <Moment at={keptAt} />
      </p>
    </>
  );
}

function Controls({ safety }: { safety: Safety | null }) {
  const say = useSay();
  return (
    <>
      <TextArea name="hostContact" required rows={2} maxLength={2000} label={say('webConvening.safety.hostContact')} hint={say('webConvening.safety.hostContactHint')} defaultValue={useKept('hostContact', safety?.hostContact)} />
      <TextArea name="emergency" rows={2} maxLength={2000} label={say('webConvening.safety.emergency')} defaultValue={useKept('emergency', safety?.emergency)} />
      <TextArea name="insurance" rows={2} maxLength={2000} label={say('webConvening.safety.insurance')} hint={say('webConvening.safety.insuranceHint')} defaultValue={useKept('insurance', safety?.insurance)} />
      <Select name="advice" label={say('webConvening.safety.advice')} defaultValue={useKept('advice', safety?.advice ?? '')}>
        <option value="">{say('webConvening.safety.adviceUnread')}</option>
        {advices.map((advice) => (
          <option key={advice} value={advice}>
            {say(`webConvening.safety.level.${advice}`)}
          </option>
        ))}
      </Select>
      <Field type="date" name="adviceOn" label={say('webConvening.safety.adviceOn')} defaultValue={useKept('adviceOn', safety?.adviceOn ?? '')} />
      <TextArea name="notes" rows={3} maxLength={2000} label={say('webConvening.safety.notes')} defaultValue={useKept('notes', safety?.notes)} />
    </>
  );
}

/** What those convened must know to come and go safely (Art. 6), kept by the host. */
export function SafetySheet({ meeting: { id, state, convening }, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const { safety, safetySource, viewerMay } = convening;
  const keeps = viewerMay.keepSafety.allowed;
  if (!safety && !keeps && state !== 'CONVENED') return null;
  return (
    <section id="safety" aria-labelledby="safety-title" className="stack">
      <h2 id="safety-title">{say('webConvening.safety.title')}</h2>
      {safety ? <Sheet safety={safety} /> : <p>{say(keeps ? 'webConvening.safety.noneHost' : 'webConvening.safety.none')}</p>}
      <Source source={safetySource} />
      {keeps && (
        <Disclosure label={say(safety ? 'webConvening.safety.change' : 'webConvening.safety.write')} form="keepSafetySheet">
          <ActForm name="keepSafetySheet" idempotencyKey={keyOf(pageKey, 'keepSafetySheet')}>
            <input type="hidden" name="meetingId" value={id} />
            <input type="hidden" name="expectedVersion" value={String(safety?.version ?? 0)} />
            <Controls safety={safety} />
            <Button icon="check" busy={sending}>
              {say('webConvening.safety.send')}
            </Button>
          </ActForm>
        </Disclosure>
      )}
    </section>
  );
}
