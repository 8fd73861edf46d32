import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate, dateInWords, Moment } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import type { Life, RegisterLine } from './life.graphql.ts';
import styles from './life.module.css';

interface OfLife {
  readonly life: Life;
  readonly pageKey: string;
}

function HoldersFields({ originals }: Pick<Life, 'originals'>) {
  const say = useSay();
  const motive = useKept('motive');
  return (
    <>
      <TextArea name="holders" required rows={5} label={say('webLife.originals.holders')} hint={say('webLife.originals.holdersHint')} defaultValue={useKept('holders', originals.join('\n'))} />
      {originals.length > 0 && <TextArea name="motive" rows={2} label={say('webLife.acts.motive')} hint={say('webLife.acts.motiveHint')} defaultValue={motive} />}
    </>
  );
}

/** Who holds each signed original. */
export function Originals({ life: { id, originals, viewerMayRegister }, pageKey }: OfLife) {
  const say = useSay();
  const sending = useSending();
  const name = 'recordOriginalCopies';
  return (
    <section className="stack" id="originals" aria-labelledby="originals-title">
      <h2 id="originals-title">{say('webLife.originals.title')}</h2>
      {originals.length === 0 ? <p>{say('webLife.originals.none')}</p> : <Facts facts={originals.map((holder, index) => ({ name: say('webLife.originals.copy', { place: index + 1 }), value: holder }))} />}
      {viewerMayRegister.allowed && (
        <Disclosure label={say('webLife.originals.change')} form={name}>
          <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
            <input type="hidden" name="agreementId" value={id} />
            <HoldersFields originals={originals} />
            <Button kind="secondary" busy={sending}>{say('webLife.originals.save')}</Button>
          </ActForm>
        </Disclosure>
      )}
    </section>
  );
}

function ReviewFields() {
  const say = useSay();
  const outcome = useKept('outcome');
  return (
    <>
      <Choice
        legend={say('webLife.review.outcome')}
        name="outcome"
        required
        chosen={outcome || undefined}
        options={[
          { value: 'RENEW', label: say('webLife.review.RENEW') },
          { value: 'AMEND', label: say('webLife.review.AMEND') },
          { value: 'END', label: say('webLife.review.END'), consequence: say('webLife.review.END_hint') },
        ]}
      />
      <Field type="date" name="reviewedOn" required label={say('webLife.review.reviewedOn')} defaultValue={useKept('reviewedOn')} />
    </>
  );
}

/** What the parties chose for the end of each period; only where there is a renewal. */
export function Review({ life: { id, period, renewal, reviews, viewerMayRegister }, pageKey }: OfLife) {
  const { say, language } = useVoice();
  const sending = useSending();
  if (!period || !renewal) return null;
  const name = 'recordRenewalReview';
  return (
    <section className="stack" id="review" aria-labelledby="review-title">
      <h2 id="review-title">{say('webLife.review.title')}</h2>
      <p>{renewal.reviewed ? say('webLife.now.reviewed') : say('webLife.now.reviewDue', { date: dateInWords(language, renewal.reviewOn) })}</p>
      {reviews.length > 0 && <Facts facts={reviews.map(({ ordinal, outcome, reviewedOn }) => ({ name: say('webLife.review.done', { ordinal }), value: <>{say(`webLife.review.${outcome}`)} · <CivilDate on={reviewedOn} /></> }))} />}
      {viewerMayRegister.allowed && !renewal.reviewed && (
        <Disclosure label={say('webLife.review.open')} form={name}>
          <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
            <input type="hidden" name="agreementId" value={id} />
            <input type="hidden" name="ordinal" value={period.ordinal} />
            <ReviewFields />
            <Button kind="secondary" busy={sending}>{say('webLife.review.save')}</Button>
          </ActForm>
        </Disclosure>
      )}
    </section>
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function Change({ change: { field, before, after } }: { change: RegisterLine['changes'][number] }) {
  const { say, language } = useVoice();
  const shown = (value: string | null): string => {
    if (value === null) return say('webLife.register.empty');
    if (value === 'GRANTED' || value === 'REFUSED') return say(`webLife.acts.${value}`);
    return isDay(value) ? dateInWords(language, value) : value;
  };
  return <span>{say('webLife.register.from', { field: say(`webLife.register.field.${field}` as 'webLife.register.field.body'), before: shown(before), after: shown(after) })}</span>;
}

/** Every writing, the latest first; nothing of it is ever erased. */
export function Register({ life: { register } }: Pick<OfLife, 'life'>) {
  const say = useSay();
  if (register.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="register">
      <h2 id="register">{say('webLife.register.title')}</h2>
      <p>{say('webLife.register.lead')}</p>
      <Disclosure label={say('webLife.register.open')}>
        <ol className={styles.plain} reversed>
          {register.map(({ id, kind, version, party, by, at, motive, changes }) => (
            <li key={id} className={styles.line}>
              <strong>
                {say(`webLife.register.kind.${kind}`)}
                {party && <> · <bdi>{party.shortName}</bdi></>}
              </strong>
              <span className={styles.quiet}>
                {say(version === 1 ? 'webLife.register.first' : 'webLife.register.changed')} · <bdi>{by ?? say('webLife.register.setUp')}</bdi> · <Moment at={at} />
              </span>
              {changes.map((change) => (
                <Change key={change.field} change={change} />
              ))}
              {motive && <span dir="auto">{say('webLife.register.motive', { motive })}</span>}
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}
