import { useSay } from '../../base/language.tsx';
import { MayButton } from '../../base/may-button.tsx';
import type { Sheet } from './sheet.graphql.ts';

/** The other party's yes, on the version that is on the screen. */
export function CoValidateSheet({ sheet, pageKey }: { sheet: Sheet; pageKey: string }) {
  const say = useSay();
  const fields = { sheetId: sheet.id, version: String(sheet.version) };
  return <MayButton may={sheet.viewerMay.coValidate} name="coValidateSheet" icon="check" label={say('webProgramme.sheet.coValidate')} pageKey={pageKey} fields={fields} />;
}
