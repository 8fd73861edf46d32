import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Duty } from './my-turn.graphql.ts';
import styles from './my-turn.module.css';

const toneOf = (late: boolean, soon: boolean): Tone => (late ? 'stopped' : soon ? 'waiting' : 'still');

/** One thing owed: what, until when, why, and the one way to do it. */
export function DutyCard({ duty, first, soon }: { duty: Duty; first: boolean; soon: boolean }) {
  const say = useSay();
  const { title, kind, source, dueOn, daysLeft, late, level, href } = duty;
  return (
    <Card
      mine={first}
      level={3}
      title={title}
      eyebrow={duty.partnership && <bdi>{duty.partnership}</bdi>}
      actions={
        <LinkButton kind={first ? 'primary' : 'secondary'} to={href}>
          {say('webNotices.turn.act', { kind })}
        </LinkButton>
      }
    >
      <p className={styles.due}>
        {daysLeft !== null && (
          <Status tone={toneOf(late, soon)} icon={late ? 'alert' : 'clock'}>
            {say(late ? 'webNotices.turn.since' : 'webNotices.turn.within', { days: Math.abs(daysLeft) })}
          </Status>
        )}
        {dueOn === null ? (
          <span>{say('webNotices.turn.undated')}</span>
        ) : (
          <span>
            {say('webNotices.turn.until')} <CivilDate on={dueOn} length="long" />
          </span>
        )}
      </p>
      {level !== null && level > 0 && <p className={styles.level}>{say('webNotices.turn.level', { level: String(level) })}</p>}
      {source && <Source source={source} />}
    </Card>
  );
}
