import { useState, type ChangeEvent, type ReactNode } from 'react';
import { ActForm, useSending } from '../base/act-form.tsx';
import { acceptedFiles } from '../base/documents.ts';
import { numberInWords } from '../base/dates.tsx';
import { useVoice } from '../base/language.tsx';
import { Button, LinkButton } from './button.tsx';
import { Field } from './field.tsx';

interface AttachFormProps {
  /** The form's name and its key. */
  readonly name: string;
  readonly idempotencyKey: string;
  /** Megabytes a file may have. */
  readonly megabytes: number;
  /** What one should know before: who will see it. */
  readonly children: ReactNode;
  readonly back: string;
}

function Chosen({ megabytes }: { megabytes: number }) {
  const { say, language } = useVoice();
  const sending = useSending();
  const [size, setSize] = useState(0);
  const tooLarge = size > megabytes * 1_048_576;
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => setSize(target.files?.[0]?.size ?? 0);
  const error = tooLarge ? say('attachments.tooLarge', { size: numberInWords(language, Math.ceil(size / 1_048_576)), megabytes }) : undefined;
  return (
    <>
      <Field type="file" name="file" required accept={acceptedFiles} label={say('attachments.field')} hint={say('attachments.hint', { megabytes })} error={error} onChange={choose} />
      <Button icon="plus" busy={sending || tooLarge}>
        {say(sending ? 'attachments.sending' : 'attachments.send')}
      </Button>
    </>
  );
}

/** One file, one button. A file too large is said before it is sent; everything else the server says. Works without JavaScript. */
export function AttachForm({ name, idempotencyKey, megabytes, children, back }: AttachFormProps) {
  const { say } = useVoice();
  return (
    <>
      {children}
      <ActForm name={name} idempotencyKey={idempotencyKey} encType="multipart/form-data">
        <Chosen megabytes={megabytes} />
      </ActForm>
      <p>
        <LinkButton kind="quiet" to={back}>
          {say('attachments.back')}
        </LinkButton>
      </p>
    </>
  );
}
