import type { Language } from '#kernel';
import { Foreign, useSay, useVoice } from '../../base/language.tsx';
import type { FactsShown, Prose } from './minutes.graphql.ts';
import styles from './minutes.module.css';

const sections = ['discussion', 'reservations', 'nextMeeting'] as const;

/** The words people wrote around the facts, languages side by side, the reader's first. */
export function MinutesProse({ prose, next }: { prose: readonly Prose[]; next: FactsShown['nextMeeting'] }) {
  const say = useSay();
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
      {next && (
        <p>
          {say('webMinutes.prose.nextHost')} <bdi>{next.host}</bdi>
        </p>
      )}
    </section>
  );
}
