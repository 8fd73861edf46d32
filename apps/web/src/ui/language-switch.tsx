import { useLocation } from 'react-router';
import type { Language } from '#kernel';
import { directionOf, useSay, useVoice } from '../base/language.tsx';
import { Icon } from './icon.tsx';
import styles from './language-switch.module.css';

/** Each language is named in its own words, for the person who reads no other. */
const offered: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'fr', name: 'Français' },
  { language: 'ar', name: 'العربية' },
];

/** The same page in another language: a plain link, so that it works without JavaScript and reloads the sentences. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const { language: current } = useVoice();
  const say = useSay();
  const addressIn = (language: Language): string => {
    const query = new URLSearchParams(search);
    query.set('lang', language);
    return `${pathname}?${query}`;
  };
  return (
    <nav aria-label={say('ui.languages')} className={styles.switch}>
      <Icon name="globe" />
      {offered
        .filter(({ language }) => language !== current)
        .map(({ language, name }) => (
          <a key={language} href={addressIn(language)} lang={language} hrefLang={language} dir={directionOf(language)} className={styles.language}>
            {name}
          </a>
        ))}
    </nav>
  );
}
