import type { ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Tone } from '../../ui/status.tsx';
import { DutyCard } from './duty-card.tsx';
import type { Duty, MyTurnShown, NextDeadline } from './my-turn.graphql.ts';
import styles from './my-turn.module.css';

/** How near is near: the days of a week. */
const week = 7;
const groups = [
  { id: 'late', has: ({ late }: Duty) => late },
  { id: 'soon', has: ({ late, daysLeft }: Duty) => !late && daysLeft !== null && daysLeft <= week },
  { id: 'later', has: ({ late, daysLeft }: Duty) => !late && (daysLeft === null || daysLeft > week) },
] as const;

/** « Mon tour »: what I owe, by date, each with its reason and one button. The first one is the page's primary act. Without a seat, only what stands above. */
export function MyTurn({ turn: { duties, next }, above, seated = true }: { turn: MyTurnShown; above?: ReactNode; seated?: boolean }) {
  const say = useSay();
  const count = duties.length;
  const [first] = groups.flatMap(({ has }) => duties.filter(has));
  return (
    <>
      <PageHeader title={say('webNotices.turn.title')} count={count} lead={count > 0 ? say('webNotices.turn.lead', { count }) : undefined} />
      {above}
      {count === 0 && seated && <NothingWaits next={next} />}
      {groups.map(({ id, has }) => {
        const inGroup = duties.filter(has);
        return (
          inGroup.length > 0 && (
            <section key={id} className="stack" aria-labelledby={`turn-${id}`}>
              <h2 id={`turn-${id}`}>{say(`webNotices.turn.${id}`)}</h2>
              <div className={styles.cards}>
                {inGroup.map((duty) => (
                  <DutyCard key={duty.id} duty={duty} first={duty === first} soon={id === 'soon'} />
                ))}
              </div>
            </section>
          )
        );
      })}
    </>
  );
}

const tones: Readonly<Record<NextDeadline['colour'], Tone>> = { GREEN: 'done', AMBER: 'waiting', RED: 'stopped' };

function NothingWaits({ next }: { next: NextDeadline | null }) {
  const say = useSay();
  return (
    <>
      <EmptyState title={say('notices.duty.none')}>
        <p>{say('webNotices.turn.nothing')}</p>
      </EmptyState>
      {next && (
        <section className="stack" aria-labelledby="turn-next">
          <h2 id="turn-next">{say('webNotices.turn.next')}</h2>
          <Countdown
            label={say('webNotices.turn.plan', { year: String(next.year) })}
            on={next.lastDay}
            days={next.daysLeft}
            workingDays={next.workingDaysLeft}
            tone={tones[next.colour]}
            word={next.sentence}
          />
          <LinkButton to={`/plans/${next.year}`} icon="board">
            {say('webNotices.turn.openPlan', { year: String(next.year) })}
          </LinkButton>
        </section>
      )}
    </>
  );
}
