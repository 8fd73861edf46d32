import { useSay } from '../../base/language.tsx';
import { useScripted } from '../../base/scripted.ts';
import { Status } from '../../ui/status.tsx';
import { hasKeptDraft } from '../../base/kept-draft.ts';

/** « Non synchronisé »: this browser keeps words of the fiche that the server does not have yet. */
export function Unsynced({ sheetId }: { sheetId: string }) {
  const say = useSay();
  const scripted = useScripted();
  return scripted && hasKeptDraft(sheetId) ? <Status tone="waiting">{say('webSheetHistory.unsynced.mark')}</Status> : null;
}
