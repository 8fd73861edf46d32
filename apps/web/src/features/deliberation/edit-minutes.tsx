import { useMemo, useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { ActForm, useKept, useRefusal, useSending } from '../../base/act-form.tsx';
import { useKeeper } from '../../base/autosave.ts';
import { minutesDraft } from '../../base/kept-draft.ts';
import { directionOf, useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SavingLine } from '../../ui/saving-line.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { fieldOf, fieldsOf, proseLanguages, proseSections, type ProseLanguage, type ProseSection, type ToEdit } from './edit-minutes.graphql.ts';
import { TwoTexts } from './two-texts.tsx';
import styles from './minutes.module.css';

interface EditMinutesProps {
  readonly minutes: ToEdit;
  readonly idempotencyKey: string;
  /** Whose words this browser keeps while they cannot be sent. */
  readonly whose: string;
}

const savedText = ({ prose }: ToEdit, language: ProseLanguage, section: ProseSection): string => prose.find((words) => words.language === language)?.[section] ?? '';

/** The words of a PV, in the languages of the agreement. A draft saves itself; a final PV only by its button, which opens a new version. */
export function EditMinutes({ minutes, idempotencyKey, whose }: EditMinutesProps) {
  const say = useSay();
  const { id, number, state, viewerMay } = minutes;
  const { allowed, refusal } = viewerMay.edit;
  const sealed = state === 'FINAL' || state === 'PARTIALLY_SIGNED';
  const inDraft = state === 'DRAFT' || state === 'REVIEW';
  return (
    <>
      <PageHeader title={number === null ? say('webMinutes.edit.title') : say('webMinutes.edit.titleOf', { number })} lead={say('webMinutes.edit.lead')} />
      {sealed && allowed && <Banner tone="attention">{say('webMinutes.edit.sealed')}</Banner>}
      {!allowed && refusal && <WhyNot label={say('webMinutes.acts.edit')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && inDraft && <KeptDraft minutes={minutes} idempotencyKey={idempotencyKey} whose={whose} />}
      {allowed && !inDraft && (
        <ActForm idempotencyKey={idempotencyKey} name="editMinutes">
          <Sections minutes={minutes} version={minutes.proseVersion} />
        </ActForm>
      )}
      <LinkButton kind="quiet" to={`/minutes/${id}`}>
        {say('webMinutes.edit.back')}
      </LinkButton>
    </>
  );
}

function KeptDraft({ minutes, idempotencyKey, whose }: EditMinutesProps) {
  const navigate = useNavigate();
  const holder = useRef<HTMLDivElement>(null);
  const draft = useMemo(() => ({ id: minutesDraft(minutes.id), version: minutes.proseVersion, fields: fieldsOf(minutes) }), [minutes]);
  const keeper = useKeeper(holder, draft, whose);
  const save = (event: FormEvent): void => {
    if (!keeper) return;
    event.preventDefault();
    event.stopPropagation();
    void keeper.settled().then((whole) => void (whole && navigate(`/minutes/${minutes.id}?done=saved`)));
  };
  return (
    <div className="stack">
      {keeper && <SavingLine saving={keeper.saving} />}
      {keeper?.saving.phase === 'disputed' && <TwoTexts {...keeper.saving} keepBoth={() => void keeper.choose('both')} />}
      <div ref={holder} onInput={() => keeper?.typed()} onBlur={() => keeper?.typed(0)} onSubmitCapture={save}>
        <ActForm idempotencyKey={idempotencyKey} name="editMinutes">
          <input type="hidden" name="onlyInDraft" value="yes" />
          <Sections minutes={minutes} version={keeper?.version ?? minutes.proseVersion} />
        </ActForm>
      </div>
    </div>
  );
}

function Sections({ minutes, version }: { minutes: ToEdit; version: number }) {
  const say = useSay();
  const sending = useSending();
  // After VERSION_CHANGED the page was read again: what others saved stands beside what is being written, and the next save is made knowingly.
  const refused = useRefusal('editMinutes');
  const overtaken = refused?.refusal.code === 'VERSION_CHANGED';
  return (
    <>
      <input type="hidden" name="expectedVersion" value={version} />
      {overtaken && <Banner tone="attention">{say('webMinutes.edit.overtaken')}</Banner>}
      <div className={styles.languages}>
        {proseLanguages.map((language) => (
          <fieldset key={language} className={styles.section}>
            <legend>
              <strong>{say(`webMinutes.language.${language}`)}</strong> {language === 'fr' && <span className={styles.small}>{say('webMinutes.edit.authoritative')}</span>}
            </legend>
            {proseSections.map((section) => (
              <Section key={section} language={language} section={section} saved={savedText(minutes, language, section)} overtaken={overtaken} />
            ))}
          </fieldset>
        ))}
      </div>
      <Button busy={sending}>{say('webMinutes.edit.save')}</Button>
    </>
  );
}

interface SectionProps {
  readonly language: ProseLanguage;
  readonly section: ProseSection;
  /** What the server keeps now. */
  readonly saved: string;
  readonly overtaken: boolean;
}

function Section({ language, section, saved, overtaken }: SectionProps) {
  const say = useSay();
  const name = fieldOf(language, section);
  const mine = useKept(name, saved);
  const differs = overtaken && mine.replaceAll('\r\n', '\n') !== saved;
  return (
    <>
      <TextArea
        name={name}
        lang={language}
        dir={directionOf(language)}
        rows={section === 'discussion' ? 10 : 4}
        required={language === 'fr' && section === 'discussion'}
        maxLength={20000}
        label={say(`webMinutes.prose.${section}`)}
        defaultValue={mine}
      />
      {differs && (
        <div>
          <p className={styles.small}>{say('webMinutes.edit.theirs')}</p>
          <p className={styles.saved} lang={language} dir={directionOf(language)}>
            {saved === '' ? say('webMinutes.edit.theirsEmpty') : saved}
          </p>
        </div>
      )}
    </>
  );
}
