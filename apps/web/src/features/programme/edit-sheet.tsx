import { useRef, type FormEvent } from 'react';
import { useActionData } from 'react-router';
import type { Kept } from '../../base/act.ts';
import { ActForm, useSending } from '../../base/act-form.tsx';
import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { useAutosave } from './autosave.ts';
import type { DraftKeeper } from '../../base/draft-keeper.ts';
import { differingParts, fieldsOf, isProse, rowsOf, type Fields } from './form-parts.ts';
import { SavingLine } from '../../ui/saving-line.tsx';
import { Budget } from './sheet-budget.tsx';
import { SheetConflict } from './sheet-conflict.tsx';
import styles from './sheet-form.module.css';
import { Indicators } from './sheet-indicators.tsx';
import { Calendar, Identity, Sections, TransversalAnswers } from './sheet-sections.tsx';
import { SheetChecklist } from './submit-sheet.tsx';
import type { Axis, Sheet } from './sheet.graphql.ts';

interface EditSheetProps {
  readonly sheet: Sheet;
  readonly axes: readonly Axis[];
  readonly parties: readonly PartyHere[];
  readonly pageKey: string;
  /** Whose words this browser keeps while they cannot be sent. */
  readonly whose: string;
}

type FormProps = Pick<EditSheetProps, 'sheet' | 'axes' | 'parties'>;

const firstOf = (values: Kept['values']): Fields => Object.fromEntries(Object.entries(values).map(([name, [text = '']]) => [name, text]));

/** A form posted whole (no JavaScript) and overtaken: what differs, both texts; saving again keeps what is in the form. */
function Overtaken({ sheet, axes, parties }: FormProps) {
  const say = useSay();
  const kept = useActionData() as Kept | undefined;
  if (kept?.refusal.code !== 'VERSION_CHANGED' || kept.values['form']?.[0] !== 'editSheet') return null;
  const mine = firstOf(kept.values);
  const theirs = fieldsOf(sheet);
  const parts = differingParts(mine, theirs).filter((part) => !['idempotencyKey', 'form', 'sheetId', 'expectedVersion'].includes(part));
  return (
    <SheetConflict axes={axes} parties={parties} parts={parts} mine={mine} theirs={theirs}>
      <p>{say('webProgramme.conflict.saveKeepsMine')}</p>
      <LinkButton to={`/sheets/${sheet.id}`} reloadDocument>
        {say('webProgramme.conflict.takeTheirs')}
      </LinkButton>
    </SheetConflict>
  );
}

function Disputed({ keeper, axes, parties }: Omit<FormProps, 'sheet'> & { keeper: DraftKeeper }) {
  const say = useSay();
  if (keeper.saving.phase !== 'disputed') return null;
  const { parts, mine, theirs } = keeper.saving;
  return (
    <SheetConflict axes={axes} parties={parties} parts={parts} mine={mine} theirs={theirs}>
      <div className="cluster">
        <Button type="button" onClick={() => void keeper.choose('mine')}>
          {say('webProgramme.conflict.keepMine')}
        </Button>
        <Button type="button" kind="secondary" onClick={() => void keeper.choose('theirs')}>
          {say('webProgramme.conflict.takeTheirs')}
        </Button>
        {parts.every(isProse) && (
          <Button type="button" kind="secondary" onClick={() => void keeper.choose('both')}>
            {say('webProgramme.conflict.keepBoth')}
          </Button>
        )}
      </div>
    </SheetConflict>
  );
}

function Parts({ sheet, axes, parties }: FormProps) {
  const say = useSay();
  const fields = fieldsOf(sheet);
  return (
    <>
      <h2>{say('webProgramme.part.identity')}</h2>
      <Identity fields={fields} axes={axes} />
      <h2>{say('webProgramme.part.texts')}</h2>
      <Sections fields={fields} />
      <h2>{say('webProgramme.part.indicators')}</h2>
      <Indicators count={rowsOf(fields, 'indicator').length} fields={fields} parties={parties} />
      <h2>{say('webProgramme.part.transversal')}</h2>
      <TransversalAnswers sheet={sheet} fields={fields} />
      <h2>{say('webProgramme.part.calendar')}</h2>
      <Calendar fields={fields} />
      <h2>{say('webProgramme.part.budget')}</h2>
      <Budget count={rowsOf(fields, 'budget').length} fields={fields} parties={parties} table={sheet.budgetTable} />
    </>
  );
}

/** The fiche being written: it saves itself where JavaScript runs, and has its button everywhere. */
export function EditSheet({ sheet, axes, parties, pageKey, whose }: EditSheetProps) {
  const say = useSay();
  const sending = useSending();
  const holder = useRef<HTMLDivElement>(null);
  const keeper = useAutosave(holder, sheet, whose);
  const version = keeper?.version ?? sheet.version;
  const save = (event: FormEvent): void => {
    if (!keeper) return;
    event.preventDefault();
    event.stopPropagation();
    void keeper.saveNow();
  };
  const left = (event: FormEvent): void => void (event.target instanceof HTMLElement && keeper?.typed(0));
  return (
    <div className={styles.columns}>
      <div className="stack">
        {keeper && <SavingLine saving={keeper.saving} />}
        {keeper && <Disputed keeper={keeper} axes={axes} parties={parties} />}
        <Overtaken sheet={sheet} axes={axes} parties={parties} />
        <div ref={holder} onInput={() => keeper?.typed()} onBlur={left} onSubmitCapture={save}>
          <ActForm name="editSheet" idempotencyKey={keyOf(pageKey, 'editSheet')}>
            <input type="hidden" name="sheetId" value={sheet.id} />
            <input type="hidden" name="expectedVersion" value={version} />
            <Parts sheet={sheet} axes={axes} parties={parties} />
            <Button kind={keeper ? 'secondary' : 'primary'} busy={sending} icon="check">
              {say('webProgramme.sheet.save')}
            </Button>
          </ActForm>
        </div>
      </div>
      <SheetChecklist sheet={sheet} version={version} pageKey={pageKey} keeper={keeper} />
    </div>
  );
}
