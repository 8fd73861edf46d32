import { Link } from 'react-router';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { articleId, articleOf, rulePath, type Article, type RuleBook } from './rules.graphql.ts';
import styles from './rules.module.css';

const headingOf = ({ number, title }: Article): string => (number === title ? number : `${number} — ${title}`);

function ArticleText({ article, book }: { article: Article; book: RuleBook }) {
  const say = useSay();
  const id = articleId(article.number);
  const rules = book.rules.filter(({ source }) => source && articleOf(source.reference, [...book.articles])?.number === article.number);
  return (
    <section id={id} className={styles.article} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`} lang={book.authoritativeLanguage} dir="auto">
        {headingOf(article)}
      </h2>
      {article.text.split(/\n{2,}/u).map((paragraph, place) => (
        <p key={place} className={styles.paragraph} lang={book.authoritativeLanguage} dir="auto">
          {paragraph}
        </p>
      ))}
      {rules.length > 0 && (
        <aside className={styles.fromHere} aria-label={`${say('webRules.text.rules')} : ${article.number}`}>
          <p className={styles.quiet}>{say('webRules.text.rules')}</p>
          <ul>
            {rules.map(({ key, title, sentence }) => (
              <li key={key}>
                <Link to={rulePath(key)}>{title}</Link> : {sentence}
              </li>
            ))}
          </ul>
        </aside>
      )}
      <p data-screen-only="">
        <a href="#contents">{say('webRules.text.top')}</a>
      </p>
    </section>
  );
}

/** The agreement's text, article by article, in its authoritative words, each with the rules read from it. */
export function AgreementText({ book, where }: { book: RuleBook | null; where: Here }) {
  const say = useSay();
  const title = book?.displayName ?? say('webRules.readText');
  if (!book || book.articles.length === 0) {
    return (
      <>
        <PageHeader title={title} eyebrow={<bdi>{where.partnershipName}</bdi>} />
        <EmptyState icon="document" title={say('webRules.text.none')}>
          <p>{say('webRules.text.noneLead')}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={<bdi>{where.partnershipName}</bdi>}
        lead={
          <p>
            {say('webRules.text.lead')} {say('webRules.text.authoritative', { language: book.authoritativeLanguage })}
          </p>
        }
        actions={
          <LinkButton kind="secondary" to="/rules">
            {say('webRules.readRules')}
          </LinkButton>
        }
      />
      <nav id="contents" aria-label={say('webRules.text.contents')} tabIndex={-1}>
        <ol className={styles.contents}>
          {book.articles.map((article) => (
            <li key={article.number}>
              <a href={`#${articleId(article.number)}`} lang={book.authoritativeLanguage}>
                <bdi>{headingOf(article)}</bdi>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {book.articles.map((article) => (
        <ArticleText key={article.number} article={article} book={book} />
      ))}
    </>
  );
}
