import { Form, Link, useLocation } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { searchPath } from './search.graphql.ts';
import styles from './search.module.css';

/** The field of every page's frame, a plain form that works without scripts; on a phone, the way to the page that has it. That page needs no second one. */
export function SearchEverything() {
  const say = useSay();
  if (useLocation().pathname === searchPath) return null;
  return (
    <search>
      <Link to={searchPath} className={styles.short}>
        <Icon name="search" />
        {say('webSearch.place')}
      </Link>
      <Form method="get" action={searchPath} className={styles.everything}>
        <input type="search" name="text" required maxLength={200} dir="auto" placeholder={say('webSearch.place')} aria-label={say('webSearch.label')} className={styles.typed} />
        <button type="submit" className={styles.go} aria-label={say('webSearch.go')}>
          <Icon name="search" />
        </button>
      </Form>
    </search>
  );
}
