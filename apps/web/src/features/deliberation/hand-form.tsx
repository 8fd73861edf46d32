import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { fileForm } from '../../base/send-file.ts';
import { useSay } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { HandMinutes } from './hand-signature.graphql.ts';
import { PdfLinks } from './minutes-pdfs.tsx';

interface HandFormProps {
  readonly minutes: HandMinutes;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

function Fields({ megabytes }: { megabytes: number }) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <Field name="place" required maxLength={300} label={say('webHand.place')} defaultValue={useKept('place')} />
      <Field type="date" name="signedOn" required label={say('webHand.signedOn')} hint={say('webHand.signedOnHint')} defaultValue={useKept('signedOn')} />
      <Field type="file" name="file" required accept=".pdf,.png,.jpg,.jpeg" label={say('webHand.scan')} hint={say('webHand.scanHint', { megabytes })} />
      <Button icon="plus" busy={sending}>
        {say(sending ? 'attachments.sending' : 'webHand.send')}
      </Button>
    </>
  );
}

function Steps({ minutes, megabytes, idempotencyKey }: HandFormProps) {
  const say = useSay();
  return (
    <>
      <section aria-labelledby="steps" className="stack">
        <h2 id="steps">{say('webHand.steps')}</h2>
        <ol className="stack">
          <li>
            {say('webHand.stepPrint')}
            <PdfLinks pdfs={minutes.pdfs} of="frozen" />
          </li>
          <li>{say('webHand.stepSign')}</li>
          <li>{say('webHand.stepScan')}</li>
        </ol>
      </section>
      <ActForm name={fileForm} idempotencyKey={idempotencyKey} encType="multipart/form-data">
        <Fields megabytes={megabytes} />
      </ActForm>
    </>
  );
}

/** Print, sign by hand, scan: the three steps, and the form of the third; or why there is nothing to bring. */
export function HandForm(props: HandFormProps) {
  const say = useSay();
  const { id, number, mayBringHandSignature: { allowed, refusal } } = props.minutes;
  return (
    <>
      <PageHeader title={say('webHand.bringTitle', { number: number ?? '' })} lead={<p>{say('webHand.bringLead')}</p>} />
      {allowed && <Steps {...props} />}
      {!allowed && refusal && <WhyNot label={say('webHand.send')} sentence={refusal.sentence} source={refusal.source} />}
      <p>
        <LinkButton kind="quiet" to={`/minutes/${id}`}>
          {say('webHand.back')}
        </LinkButton>
      </p>
    </>
  );
}
