import type { ReactNode } from 'react';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

interface OfficeFormProps {
  readonly idempotencyKey: string;
  readonly label: string;
  /** Endings of the names that are taken, parted by commas. */
  readonly accept: string;
  readonly megabytes: number;
  readonly send: string;
  readonly kind?: ButtonKind;
  /** Where it posts, when not to the page itself. */
  readonly action?: string;
  /** What goes along, before the file. */
  readonly children?: ReactNode;
}

function Send({ label, kind = 'primary' }: { label: string; kind?: ButtonKind | undefined }) {
  const say = useSay();
  const sending = useSending();
  return (
    <Button kind={kind} busy={sending}>
      {sending ? say('webOffice.sending') : label}
    </Button>
  );
}

/** One file of Word or Excel, one button. Works without JavaScript. */
export function OfficeForm({ idempotencyKey, label, accept, megabytes, send, kind, action, children }: OfficeFormProps) {
  const say = useSay();
  return (
    <ActForm name={fileForm} idempotencyKey={idempotencyKey} encType="multipart/form-data" {...(action && { action })}>
      {children}
      <Field type="file" name="file" required accept={accept} label={label} hint={say('webOffice.field.hint', { megabytes })} />
      <Send label={send} kind={kind} />
    </ActForm>
  );
}
