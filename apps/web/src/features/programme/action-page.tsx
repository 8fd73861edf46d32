import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CityMoment, CivilDate } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { Banner } from '../../ui/banner.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { AddMilestone, CloseMilestone, CompleteAction, EndAction, LiftBlocker, NameOwner, RaiseBlocker, ReportAction, StartAction, type OnAction } from './action-forms.tsx';
import { ActionStatus, Percent } from './action-state.tsx';
import type { Action, ActionBlocker, DecisionNamed, Milestone } from './actions.graphql.ts';
import styles from './actions.module.css';

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className={`stack ${styles.anchor}`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

const decisionLink = ({ id, title, meetingId }: DecisionNamed) => (
  <Link to={`/meetings/${meetingId}#decision-${id}`} dir="auto" className={styles.way}>
    {title}
  </Link>
);

/** What it is, where it comes from, by when. */
function What({ action }: { action: Action }) {
  const say = useSay();
  const { decision, endedBy, startsOn, endsOn, startedOn, completedOn, sheetId } = action;
  const day = (name: string, on: string | null): Fact[] => (on ? [{ name, value: <CivilDate on={on} /> }] : []);
  const facts: Fact[] = [
    { name: say('webActions.decision'), value: decisionLink(decision) },
    ...(decision.minutesId && decision.minutesNumber ? [{ name: say('webActions.minutes'), value: <Link to={`/minutes/${decision.minutesId}`} className={styles.way}>{decision.minutesNumber}</Link> }] : []),
    ...(sheetId ? [{ name: say('webActions.sheet'), value: <Link to={`/sheets/${sheetId}`} className={styles.way}>{say('webActions.readSheet')}</Link> }] : []),
    ...day(say('webActions.starts'), startsOn),
    ...day(say('webActions.started'), startedOn),
    ...day(say('webActions.ends'), completedOn ? null : endsOn),
    ...day(say('webActions.completed'), completedOn),
    ...(endedBy ? [{ name: say('webActions.endedBy'), value: decisionLink(endedBy) }] : []),
  ];
  return <Facts facts={facts} />;
}

function Owners(on: OnAction) {
  const say = useSay();
  const { owners } = on.action;
  return (
    <Section id="owners" title={say('webActions.owners.title')}>
      <ul className={styles.lines}>
        {owners.map(({ party, seat }) => (
          <li key={party.id}>
            <strong>
              <bdi>{party.shortName}</bdi>
            </strong>
            {seat ? (
              <span>
                <bdi>{seat.office}</bdi>
                {seat.holder === null && <> ({say('webActions.owners.vacant')})</>}
                {seat.holder && seat.holder.displayName !== seat.office && (
                  <>
                    , <bdi>{seat.holder.displayName}</bdi>
                  </>
                )}
              </span>
            ) : (
              <span className={styles.quiet}>{say('webActions.owners.none')}</span>
            )}
          </li>
        ))}
      </ul>
      <NameOwner {...on} />
    </Section>
  );
}

function MilestoneState({ milestone: { doneOn, dropped, late, dueOn } }: { milestone: Milestone }) {
  const say = useSay();
  if (dropped) return <Status tone="still">{say('webActions.milestones.dropped')}</Status>;
  if (doneOn) {
    return (
      <Status tone="done">
        {say('webActions.milestones.done')} <CivilDate on={doneOn} />
      </Status>
    );
  }
  return (
    <Status tone={late ? 'stopped' : 'waiting'}>
      {say('webActions.milestones.due')} <CivilDate on={dueOn} />
    </Status>
  );
}

function Milestones(on: OnAction) {
  const say = useSay();
  const { milestones, viewerMay } = on.action;
  return (
    <Section id="milestones" title={say('webActions.milestones.title')}>
      {milestones.length === 0 && <p>{say('webActions.milestones.none')}</p>}
      <ul className={styles.lines}>
        {milestones.map((milestone) => (
          <li key={milestone.place}>
            <strong dir="auto">{milestone.label}</strong>
            <MilestoneState milestone={milestone} />
            {viewerMay.follow.allowed && !milestone.doneOn && !milestone.dropped && <CloseMilestone {...on} place={milestone.place} />}
          </li>
        ))}
      </ul>
      <AddMilestone {...on} />
    </Section>
  );
}

function BlockerLine({ blocker, ...on }: OnAction & { blocker: ActionBlocker }) {
  const say = useSay();
  const { what, since, party, liftedOn, place } = blocker;
  return (
    <li>
      <p dir="auto" className={styles.note}>
        {what}
      </p>
      <p className={styles.quiet}>
        {say('webActions.blockers.since')} <CivilDate on={since} /> · {party ? say('webActions.blockers.byParty', { party: party.shortName }) : say('webActions.blockers.byThird')}
      </p>
      {liftedOn && (
        <Status tone="done">
          {say('webActions.blockers.lifted')} <CivilDate on={liftedOn} />
        </Status>
      )}
      {!liftedOn && on.action.viewerMay.follow.allowed && <LiftBlocker {...on} place={place} />}
    </li>
  );
}

function Blockers(on: OnAction) {
  const say = useSay();
  const { blockers } = on.action;
  return (
    <Section id="blockers" title={say('webActions.blockers.title')}>
      {blockers.every(({ liftedOn }) => liftedOn) && <p>{say('webActions.blockers.none')}</p>}
      <ul className={styles.lines}>
        {blockers.map((blocker) => (
          <BlockerLine key={blocker.place} {...on} blocker={blocker} />
        ))}
      </ul>
      <RaiseBlocker {...on} />
    </Section>
  );
}

/** What the reader may do now, or why nothing. */
function Acts(on: OnAction) {
  const say = useSay();
  const { follow } = on.action.viewerMay;
  return (
    <Section id="acts" title={say('webActions.acts.title')}>
      {follow.allowed ? (
        <>
          <StartAction {...on} />
          <ReportAction {...on} />
          <CompleteAction {...on} />
          <EndAction {...on} />
        </>
      ) : (
        follow.refusal && <WhyNot label={say('webActions.acts.report')} sentence={follow.refusal.sentence} source={follow.refusal.source} />
      )}
    </Section>
  );
}

/** Every line that was ever written, the newest first. */
function History({ action: { history } }: { action: Action }) {
  const say = useSay();
  return (
    <Section id="history" title={say('webActions.history.title')}>
      {history.length === 0 && <p>{say('webActions.history.none')}</p>}
      <ol className={styles.lines}>
        {history.map(({ place, sentence, note, author, party, moment }) => (
          <li key={place}>
            <strong>{sentence}</strong>
            {note && (
              <p dir="auto" className={styles.note}>
                {note}
              </p>
            )}
            <span className={styles.quiet}>
              <bdi>{party ? say('webActions.history.by', { author, party: party.shortName }) : author}</bdi> · <CityMoment moment={moment} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One action: where it stands, who answers for it, what it promised, what blocks it, everything that was said of it. */
export function ActionPage({ action, where, pageKey }: { action: Action; where: Here; pageKey: string }) {
  const say = useSay();
  useLive(where.partnershipId, ['programme', 'minutes']);
  const on: OnAction = { action, parties: where.parties, pageKey };
  return (
    <>
      <PageHeader
        title={action.title}
        eyebrow={<Link to={`/actions?year=${action.year}`}>{say('webActions.title', { year: String(action.year) })}</Link>}
        status={<ActionStatus action={action} />}
        lead={<Percent percent={action.percent} />}
      />
      {action.earlySentence && (
        <Banner tone="attention">
          <p>{action.earlySentence}</p>
        </Banner>
      )}
      <p>{action.executorySentence}</p>
      {!action.executoryAt && !action.viewerMay.follow.allowed && <Source source={action.executorySource} />}
      <What action={action} />
      <Acts {...on} />
      <div className={styles.two}>
        <Milestones {...on} />
        <Blockers {...on} />
      </div>
      <Owners {...on} />
      <History action={action} />
    </>
  );
}
