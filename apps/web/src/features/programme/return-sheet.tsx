import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { Sheet } from './sheet.graphql.ts';

function Reason() {
  const say = useSay();
  return <TextArea name="reason" required rows={3} label={say('webProgramme.return.reason')} hint={say('webProgramme.return.hint')} defaultValue={useKept('reason')} />;
}

/** Sends the fiche back to those who wrote it, with the reason they will read. */
export function ReturnSheet({ sheet, pageKey }: { sheet: Sheet; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  if (!sheet.viewerMay.return.allowed) return null;
  return (
    <Disclosure label={say('webProgramme.return.open')} form="returnSheet">
      <ActForm name="returnSheet" idempotencyKey={keyOf(pageKey, 'returnSheet')}>
        <input type="hidden" name="sheetId" value={sheet.id} />
        <Reason />
        <Button kind="secondary" busy={sending}>
          {say('webProgramme.return.send')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}
