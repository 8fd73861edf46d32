import { NavLink } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './plan-tabs.module.css';

/** Two ways of looking at a year: its board, its calendar. */
export function PlanTabs({ year }: { year: number }) {
  const say = useSay();
  return (
    <nav aria-label={say('webProgramme.tabs.label')} className={styles.tabs} data-screen-only="">
      <NavLink end to={`/plans/${year}`} className={styles.tab}>
        <Icon name="board" /> {say('webProgramme.tabs.board')}
      </NavLink>
      <NavLink to={`/plans/${year}/calendar`} className={styles.tab}>
        <Icon name="calendar" /> {say('webProgramme.tabs.calendar')}
      </NavLink>
    </nav>
  );
}
