import { ActForm, useKept, useRefusal, useSending } from '../../base/act-form.tsx';
import { directionOf, useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { fieldOf, proseLanguages, proseSections, type ProseLanguage, type ProseSection, type ToEdit } from './edit-minutes.graphql.ts';
import styles from './minutes.module.css';

const savedText = ({ prose }: ToEdit, language: ProseLanguage, section: ProseSection): string => prose.find((words) => words.language === language)?.[section] ?? '';

/** The words of a PV, French and Arabic side by side. */
export function EditMinutes({ minutes, idempotencyKey }: { minutes: ToEdit; idempotencyKey: string }) {
  const say = useSay();
  const { id, number, state, viewerMay } = minutes;
  const { allowed, refusal } = viewerMay.edit;
  const sealed = state === 'FINAL' || state === 'PARTIALLY_SIGNED';
  return (
    <>
      <PageHeader title={number === null ? say('webMinutes.edit.title') : say('webMinutes.edit.titleOf', { number })} lead={say('webMinutes.edit.lead')} />
      {sealed && allowed && <Banner tone="attention">{say('webMinutes.edit.sealed')}</Banner>}
      {!allowed && refusal && <WhyNot label={say('webMinutes.acts.edit')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <ActForm idempotencyKey={idempotencyKey} name="editMinutes">
          <Sections minutes={minutes} />
        </ActForm>
      )}
      <LinkButton kind="quiet" to={`/minutes/${id}`}>
        {say('webMinutes.edit.back')}
      </LinkButton>
    </>
  );
}

function Sections({ minutes }: { minutes: ToEdit }) {
  const say = useSay();
  const sending = useSending();
  // After VERSION_CHANGED the page was read again: what others saved stands beside what is being written, and the next save is made knowingly.
  const refused = useRefusal('editMinutes');
  const overtaken = refused?.refusal.code === 'VERSION_CHANGED';
  return (
    <>
      <input type="hidden" name="expectedVersion" value={minutes.proseVersion} />
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
