import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from '../base/language.tsx';
import styles from './frame.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { Navigation, type Place } from './navigation.tsx';
import { mainId, SkipLink } from './skip-link.tsx';

interface FrameProps {
  readonly children: ReactNode;
  /** Above everything: the demo's bar, a notice of the operators. */
  readonly above?: ReactNode;
  /** Where one can go from here; none on public pages. */
  readonly places?: readonly Place[];
  /** Whose page this is: partnership, person, office. */
  readonly whose?: ReactNode;
  /** The field that searches everything. */
  readonly search?: ReactNode;
  /** At the foot: whom to ask, on every page of a partnership. */
  readonly help?: ReactNode;
  /** At the foot: the reader's own pages, before those every site owes. */
  readonly links?: readonly { readonly to: string; readonly label: string }[];
}

/** What every public site owes its readers (law of 21 June 2004; RGPD art. 13; law of 11 February 2005, art. 47). */
const owed = ['legal', 'privacy', 'accessibility'] as const;

/** What stands around every page: way in for the keyboard, name, places, content, foot. */
export function Frame({ children, above, places = [], whose, search, help, links = [] }: FrameProps) {
  const say = useSay();
  return (
    <>
      <SkipLink />
      {above && (
        <section aria-label={say('ui.above')} className={styles.above} data-screen-only="">
          {above}
        </section>
      )}
      <div className={places.length ? `${styles.frame} ${styles.withPlaces}` : styles.frame}>
        <header className={styles.head} data-screen-only="">
          <Link to="/" className={styles.name}>
            <Mark />
            {say('web.name')}
          </Link>
          {whose && <div className={styles.whose}>{whose}</div>}
          {search && <div className={styles.search}>{search}</div>}
          <div className={styles.tools}>
            <LanguageSwitch />
          </div>
          {places.length > 0 && <Navigation places={places} />}
        </header>
        <main id={mainId} tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <footer className={styles.foot} data-screen-only="">
          {help}
          <ul className={styles.duties}>
            {[...links, ...owed.map((page) => ({ to: `/${page}`, label: say(`web.foot.${page}`) }))].map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </footer>
      </div>
    </>
  );
}
