import type { Language } from '#kernel';
import { Foreign, useSay, useVoice } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import type { MinutesShown, Prose } from './minutes.graphql.ts';
import styles from './minutes.module.css';

const sections = ['discussion', 'reservations', 'nextMeeting'] as const;

/** The words people wrote around the facts, languages side by side, the reader's first. */
export function MinutesProse({ minutes, pageKey }: { minutes: MinutesShown; pageKey: string }) {
  const say = useSay();
  const { prose, proseVersion, facts: { nextMeeting: next } } = minutes;
  const { language } = useVoice();
  const ordered = [...prose].sort((one, other) => Number(other.language === language) - Number(one.language === language));
  return (
    <section className={styles.section} aria-labelledby="minutes-prose">
      <h2 id="minutes-prose">{say('webMinutes.prose.title')}</h2>
      {prose.length === 0 && <p>{say('webMinutes.prose.none')}</p>}
      {sections.map((section) => {
        const written = ordered.filter((words) => words[section].trim() !== '');
        return (
          written.length > 0 && (
            <div key={section} className={styles.section}>
              <h3>{say(`webMinutes.prose.${section}`)}</h3>
              <div className={styles.translations}>
                {written.map((words) => (
                  <Foreign key={words.language} language={words.language as Language}>
                    {written.length > 1 && <p className={styles.small}>{say(`webMinutes.language.${words.language === 'ar' ? 'ar' : words.language === 'zgh' ? 'zgh' : 'fr'}`)}</p>}
                    <p className={styles.written}>{words[section]}</p>
                  </Foreign>
                ))}
              </div>
            </div>
          )
        );
      })}
      {ordered.some(({ standing }) => standing !== null) && <Languages prose={ordered} proseVersion={proseVersion} pageKey={pageKey} />}
      {next && (
        <p>
          {say('webMinutes.prose.nextHost')} <bdi>{next.host}</bdi>
        </p>
      )}
    </section>
  );
}

const named = (language: string): 'fr' | 'ar' | 'zgh' => (language === 'ar' || language === 'zgh' ? language : 'fr');

/** Who wrote each language; those that do not make law say whether a speaker has read them, and a speaker may say so here. */
function Languages({ prose, proseVersion, pageKey }: { prose: readonly Prose[]; proseVersion: number; pageKey: string }) {
  const say = useSay();
  return (
    <ul className={styles.voices} data-screen-only="">
      {prose.map(({ language, writtenBy, version, standing, mayRead }) => (
        <li key={language}>
          <span>
            <strong>{say(`webMinutes.language.${named(language)}`)}</strong> {writtenBy && version !== null && say('webObservations.languages.writtenBy', { office: writtenBy, version })} {standing}
          </span>
          {mayRead.allowed && (
            <ActButton
              name={`readAsSpeaker:${language}`}
              label={say('webObservations.languages.read')}
              pageKey={pageKey}
              fields={{ language, expectedVersion: String(proseVersion) }}
              kind="quiet"
              icon="check"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
