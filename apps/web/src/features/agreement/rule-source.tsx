import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Source } from '../../ui/source.tsx';
import { articleOf, textPath, type Article } from './rules.graphql.ts';
import styles from './rules.module.css';

const kinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;

/** Where a rule comes from, in a word: an article is one tap away from its text; our own setting says it is ours. */
export function SourceBadge({ source, articles }: { source: Source; articles: readonly Article[] }) {
  const say = useSay();
  const kind = kinds.find((known) => known === source.kind) ?? 'PRODUCT_DEFAULT';
  const label = say(`webRules.badge.${kind}`, { reference: source.reference });
  const article = kind === 'ARTICLE' ? articleOf(source.reference, articles) : undefined;
  const look = `${styles.badge} ${kind === 'PRODUCT_DEFAULT' ? styles.ours : styles.theirs}`;
  if (!article) return <span className={look}>{label}</span>;
  return (
    <Link className={look} to={textPath(article)} aria-label={say('webRules.badgeLink', { reference: source.reference })}>
      <Icon name="document" /> <bdi>{label}</bdi>
    </Link>
  );
}
