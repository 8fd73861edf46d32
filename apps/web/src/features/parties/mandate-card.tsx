import { ActForm, useKept } from '../../base/act-form.tsx';
import { CivilDate, dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { Status } from '../../ui/status.tsx';
import { ProvenButton, ProveFirst, type Proving } from './prove-first.tsx';
import type { Mandate } from './people.graphql.ts';
import styles from './people.module.css';

interface MandateLineProps {
  readonly mandate: Mandate;
  readonly partyId: string;
  /** The reader coordinates this party, and looks at today. */
  readonly manages: boolean;
  readonly today: string;
  readonly proving: Proving;
  /** The mandate whose form the reader came back to, after proving who she is. */
  readonly ending: string | null;
  readonly pageKey: string;
}

function EndForm({ mandate, today, proving, back }: Pick<MandateLineProps, 'mandate' | 'today' | 'proving'> & { back: string }) {
  const say = useSay();
  return (
    <>
      <input type="hidden" name="mandateId" value={mandate.id} />
      <Field type="date" name="lastDay" required label={say('webParties.end.lastDay')} hint={say('webParties.end.lastDayHint')} defaultValue={useKept('lastDay', today)} />
      <Field name="motive" required maxLength={160} label={say('webParties.end.motive')} hint={say('webParties.end.motiveHint')} defaultValue={useKept('motive')} />
      <ProvenButton act={{ kind: 'endMandate', subjectId: mandate.id, back }} proving={proving} kind="danger" label={say('webParties.end.send')} />
    </>
  );
}

/** By which act she acts for an interim, and its document; without it she signs nothing. */
function InterimAct({ mandate: { id, interimDocument, interimDated, attachments }, manages }: Pick<MandateLineProps, 'mandate' | 'manages'>) {
  const { say, language } = useVoice();
  const act = interimDocument ?? '';
  return (
    <>
      <p>
        <Status tone="waiting">{say('webParties.people.interim')}</Status> <bdi>{interimDated ? say('webParties.people.actOf', { act, date: dateInWords(language, interimDated) }) : act}</bdi>
      </p>
      {attachments.map(({ id: file, name, url }) => (
        <a key={file} href={url} download>
          <bdi>{name}</bdi>
        </a>
      ))}
      {attachments.length === 0 && <p>{say('webParties.people.actMissing')}</p>}
      {attachments.length === 0 && manages && (
        <LinkButton kind="primary" icon="plus" to={`/people/mandates/${id}/attach`}>
          {say('webParties.people.attachAct')}
        </LinkButton>
      )}
    </>
  );
}

/** One person in one seat: name, office, dates; for her coordinator, what can be done. */
export function MandateLine({ mandate, partyId, manages, today, proving, ending, pageKey }: MandateLineProps) {
  const say = useSay();
  const { id, person, office, reachable, from, lastDay, interimDocument, category, seatId } = mandate;
  const name = `endMandate:${id}`;
  const back = `/people?end=${id}#mandate-${id}`;
  return (
    <li className={styles.person} id={`mandate-${id}`}>
      <p className={styles.name}>
        <bdi>{person.displayName}</bdi>
      </p>
      {office !== person.displayName && (
        <p>
          <bdi>{office}</bdi>
        </p>
      )}
      <span className={styles.quiet}>
        {say('webParties.people.since')} <CivilDate on={from} />
        {lastDay && (
          <>
            {' · '}
            {say('webParties.people.until')} <CivilDate on={lastDay} />
          </>
        )}
      </span>
      {interimDocument && <InterimAct mandate={mandate} manages={manages} />}
      {manages && !reachable && (
        <div className="stack">
          <p>{say('webParties.again.lead')}</p>
          <div className="cluster">
          <LinkButton kind="primary" icon="mail" to={category === 'CO_PRESIDENT' ? `/people/recover?person=${person.id}` : `/people/invite?party=${partyId}&seat=${seatId}&person=${person.id}`}>
            {say('webParties.again.button')}
          </LinkButton>
          </div>
        </div>
      )}
      {manages && (
        <Disclosure label={say('webParties.end.open')} form={name} open={ending === id}>
          <ProveFirst proving={proving} back={back}>
            <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
              <EndForm mandate={mandate} today={today} proving={proving} back={back} />
            </ActForm>
          </ProveFirst>
          <LinkButton kind="quiet" to={`/people/invite?party=${partyId}&category=${category}&seat=${seatId}${lastDay ? `&after=${lastDay}` : ''}`}>
            {say('webParties.end.succeed')}
          </LinkButton>
          <LinkButton kind="quiet" to={`/people/recover?person=${person.id}`}>
            {say('webParties.end.recover')}
          </LinkButton>
        </Disclosure>
      )}
    </li>
  );
}
