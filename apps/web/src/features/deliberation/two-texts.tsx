import type { Fields } from '../../base/kept-draft.ts';
import { directionOf, useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { fieldOf, proseLanguages, proseSections } from './edit-minutes.graphql.ts';
import styles from './minutes.module.css';

interface TwoTextsProps {
  readonly parts: readonly string[];
  readonly mine: Fields;
  readonly theirs: Fields;
  readonly keepBoth: () => void;
}

/** Two people wrote the same part: both texts are kept, one after the other, and whoever writes takes out what is too much. */
export function TwoTexts({ parts, mine, theirs, keepBoth }: TwoTextsProps) {
  const say = useSay();
  const places = proseLanguages.flatMap((language) => proseSections.map((section) => ({ language, section, name: fieldOf(language, section) })));
  return (
    <Banner tone="attention">
      <div role="alert" className="stack">
        <h2>{say('webMinutes.edit.twoTexts')}</h2>
        <p>{say('webMinutes.edit.twoTextsHint')}</p>
        {places
          .filter(({ name }) => parts.includes(name))
          .map(({ language, section, name }) => (
            <div key={name}>
              <h3>
                {say(`webMinutes.prose.${section}`)} ({say(`webMinutes.language.${language}`)})
              </h3>
              <p className={styles.small}>{say('webMinutes.edit.theirs')}</p>
              <p className={styles.saved} lang={language} dir={directionOf(language)}>
                {theirs[name]}
              </p>
              <p className={styles.small}>{say('webMinutes.edit.mine')}</p>
              <p className={styles.saved} lang={language} dir={directionOf(language)}>
                {mine[name]}
              </p>
            </div>
          ))}
        <Button type="button" onClick={keepBoth}>
          {say('webMinutes.edit.keepBoth')}
        </Button>
      </div>
    </Banner>
  );
}
