import { NavLink } from 'react-router';
import { useSay } from '../base/language.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './navigation.module.css';

/** A place one can go; at most four, so that each stays a large target on a phone. */
export interface Place {
  readonly to: string;
  readonly icon: IconName;
  /** One or two short words: « Mon tour ». */
  readonly label: string;
  /** How many things wait there. */
  readonly count?: number;
}

/** One list of places: along the foot of a phone, down the leading side of a wide screen. */
export function Navigation({ places }: { places: readonly Place[] }) {
  const say = useSay();
  return (
    <nav aria-label={say('ui.navigation.name')} className={styles.navigation}>
      <ul className={styles.places}>
        {places.map(({ to, icon, label, count }) => (
          <li key={to}>
            <NavLink to={to} className={styles.place} end={to === '/'}>
              <Icon name={icon} />
              <span>{label}</span>
              {!!count && (
                <span className={styles.count}>
                  <span aria-hidden="true">{count}</span>
                  <span className="unseen">{say('ui.navigation.waiting', { count })}</span>
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
