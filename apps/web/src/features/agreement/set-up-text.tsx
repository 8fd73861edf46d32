import { useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { SetUp } from './set-up.graphql.ts';
import styles from './set-up.module.css';

/** The articles as the text was cut, so that a missing one is seen at once. */
function Cut({ articles }: Pick<SetUp, 'articles'>) {
  const say = useSay();
  if (articles.length === 0) return null;
  return (
    <section id="cut" className="stack" aria-labelledby="cut-title" tabIndex={-1}>
      <h2 id="cut-title">{say('webSetUp.text.cut', { count: articles.length })}</h2>
      <p>{say('webSetUp.text.cutLead')}</p>
      <ol className={styles.articles}>
        {articles.map(({ number, title, opening, characters }) => (
          <li key={number}>
            <p dir="auto">
              <strong>{number === title ? number : `${number} — ${title}`}</strong>
            </p>
            <p className={styles.quiet} dir="auto">
              {opening}
              {characters > opening.length && '…'}
            </p>
            <p className={styles.quiet}>{characters === 0 ? say('webSetUp.text.empty') : say('webSetUp.text.characters', { count: characters })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The signed text, pasted in one go, and how it was cut into articles. */
export function SetUpText({ setUp }: { setUp: SetUp }) {
  const say = useSay();
  return (
    <>
      <TextArea name="text" later rows={16} maxLength={200_000} label={say('webSetUp.text.label')} hint={say('webSetUp.text.hint')} defaultValue={useKept('text', setUp.text)} />
      <Button kind="secondary" icon="search" name="go" value="TEXT#cut" busy={useSending()}>
        {say('webSetUp.text.look')}
      </Button>
      <Cut articles={setUp.articles} />
    </>
  );
}
