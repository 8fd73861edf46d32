import { Form } from 'react-router';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './verify.module.css';

/** Megabytes the server reads of a stranger's file. */
const megabytes = 20;

/** A file or a hash, and what the page will say of it. `refused`: why the last one could not be judged. */
export function VerifyDocument({ idempotencyKey, refused }: { idempotencyKey: string; refused?: { readonly sentence: string } }) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webVerify.title')} lead={<p>{say('webVerify.lead')}</p>} />
      {refused && <Refusal sentence={refused.sentence} />}
      <div className={styles.ways}>
        <section className={styles.way} aria-labelledby="verify-file">
          <h2 id="verify-file">{say('webVerify.file.title')}</h2>
          <ActForm name={fileForm} idempotencyKey={idempotencyKey} encType="multipart/form-data" action="/verify">
            <Field type="file" name="file" required accept="application/pdf,.pdf" label={say('webVerify.file.field')} hint={say('webVerify.file.hint', { megabytes })} />
            <Send />
          </ActForm>
        </section>
        <section className={styles.way} aria-labelledby="verify-hash">
          <h2 id="verify-hash">{say('webVerify.hash.title')}</h2>
          <Form method="get" action="/verify" className="stack">
            <Field name="hash" required dir="ltr" spellCheck={false} autoComplete="off" label={say('webVerify.hash.field')} hint={say('webVerify.hash.hint')} />
            <Button kind="secondary">{say('webVerify.hash.send')}</Button>
          </Form>
        </section>
      </div>
      <section className={styles.about} aria-labelledby="verify-about">
        <h2 id="verify-about">{say('webVerify.about.title')}</h2>
        <ul>
          <li>{say('webVerify.about.valid')}</li>
          <li>{say('webVerify.about.altered')}</li>
          <li>{say('webVerify.about.unknown')}</li>
        </ul>
        <p>{say('webVerify.about.silent')}</p>
      </section>
    </>
  );
}

function Send() {
  const say = useSay();
  const sending = useSending();
  return <Button busy={sending}>{say(sending ? 'webVerify.file.sending' : 'webVerify.file.send')}</Button>;
}
