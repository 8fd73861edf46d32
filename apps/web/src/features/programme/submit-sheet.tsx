import type { FormEvent } from 'react';
import { useSay } from '../../base/language.tsx';
import { ActButton, MayButton } from '../../base/may-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status } from '../../ui/status.tsx';
import type { DraftKeeper } from '../../base/draft-keeper.ts';
import type { Sheet } from './sheet.graphql.ts';
import styles from './sheet-form.module.css';

interface ChecklistProps {
  readonly sheet: Sheet;
  /** The version that would be submitted: the last one saved. */
  readonly version: number;
  readonly pageKey: string;
  readonly keeper: DraftKeeper | null;
}

/** What is missing, each one tap from where it is written; when nothing is, the button. Words still on their way are waited for. */
export function SheetChecklist({ sheet, version, pageKey, keeper }: ChecklistProps) {
  const say = useSay();
  const { missing, viewerMay } = sheet;
  const fields = { sheetId: sheet.id, version: String(version) };
  const wait = (event: FormEvent): void => {
    const form = event.target;
    if (!keeper?.unsaved || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    void keeper.settled().then((saved) => {
      const known = form.elements.namedItem('version');
      if (known instanceof HTMLInputElement) known.value = String(keeper.version);
      if (saved) form.requestSubmit();
    });
  };
  return (
    <aside id="next" className={styles.aside} aria-labelledby="checklist" onSubmitCapture={wait}>
      <h2 id="checklist">{say('webProgramme.checklist.title')}</h2>
      {missing.length > 0 ? (
        <>
          <p>{say('webProgramme.checklist.count', { count: missing.length })}</p>
          <ul className={styles.missing}>
            {missing.map(({ field, sentence }) => (
              <li key={field}>
                <a href={`#${field}`}>
                  <Icon name="arrow" />
                  <span>{sentence}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Status tone="done">{say('webProgramme.checklist.complete')}</Status>
      )}
      {missing.length === 0 && <MayButton may={viewerMay.submit} name="submitSheet" icon="arrow" label={say('webProgramme.sheet.submit')} pageKey={pageKey} fields={fields} />}
      {missing.length > 0 && <p className={styles.hint}>{say('webProgramme.checklist.then')}</p>}
      {viewerMay.withdraw.allowed && <ActButton kind="quiet" name="withdrawSheet" label={say('webProgramme.sheet.withdraw')} pageKey={pageKey} fields={{ sheetId: sheet.id }} />}
    </aside>
  );
}
