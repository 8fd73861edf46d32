import { Link } from 'react-router';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './demo-bar.module.css';
import type { DemoShown } from './demo.graphql.ts';
import { MoveClock } from './move-clock.tsx';
import { Personas } from './personas.tsx';

/** Above every page of a demonstration: that it is one, what day it is there, and behind one fold the controls. */
export function DemoBar({ demo, idempotencyKey }: { demo: DemoShown; idempotencyKey: string }) {
  const say = useSay();
  return (
    <div className={styles.bar}>
      <Icon name="alert" />
      <p className={styles.says}>
        <strong>{say('webDemo.banner')}</strong>
        <span className={styles.day}>
          <CivilDate on={demo.today} length="long" />
        </span>
      </p>
      <details className={styles.fold}>
        <summary className={styles.summary}>{say('webDemo.controls')}</summary>
        <div className={styles.controls}>
          <div className="stack">
            <p className={styles.title}>{say('webDemo.clock.title')}</p>
            <MoveClock today={demo.today} idempotencyKey={idempotencyKey} />
            <Link to="/mailbox" className={styles.mail}>
              <Icon name="mail" /> {say('webDemo.mailbox')}
            </Link>
          </div>
          <div className={styles.who}>
            <p className={styles.title}>{say('webDemo.personas')}</p>
            <Personas personas={demo.personas} />
          </div>
        </div>
      </details>
    </div>
  );
}
