import { Link } from 'react-router';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { HistoryAnswer, HistoryMoment } from './joining.graphql.ts';

function When({ kind, on, takenUp }: HistoryMoment) {
  const say = useSay();
  return (
    <>
      {say('webJoining.history.yearOnly', { kind })}
      {on && (
        <>
          {' · '}
          <CivilDate on={on} />
        </>
      )}{' '}
      {takenUp && (
        <Status tone="still" icon="document">
          {say('webJoining.mark')}
        </Status>
      )}
    </>
  );
}

const momentOf = (moment: HistoryMoment) => ({
  id: moment.id,
  state: 'past' as const,
  title: moment.href ? (
    <Link to={moment.href} dir="auto">
      {moment.title}
    </Link>
  ) : (
    <span dir="auto">{moment.title}</span>
  ),
  when: <When {...moment} />,
  detail: moment.detail && <p dir="auto">{moment.detail}</p>,
});

/** The thread of the cooperation, the newest year first; what comes from before Passerelle says so. */
export function History({ history }: HistoryAnswer) {
  const say = useSay();
  const years = history?.years ?? [];
  return (
    <>
      <PageHeader title={say('webJoining.history.title')} lead={<p>{say('webJoining.history.lead')}</p>} />
      {years.length === 0 && (
        <EmptyState icon="clock" title={say('webJoining.history.none')}>
          <p>{say('webJoining.history.noneNext')}</p>
          <LinkButton to="/joining">{say('webJoining.title')}</LinkButton>
        </EmptyState>
      )}
      {years.map(({ year, moments }) => (
        <section key={year} id={`year-${year}`} aria-labelledby={`title-${year}`} className="stack">
          <h2 id={`title-${year}`}>{year}</h2>
          <Timeline label={String(year)} moments={moments.map(momentOf)} />
        </section>
      ))}
    </>
  );
}
