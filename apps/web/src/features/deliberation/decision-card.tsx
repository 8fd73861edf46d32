import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Source } from '../../ui/source.tsx';
import { CloseBallot, NoVote, OpenBallot } from './ballot-acts.tsx';
import { BallotMeter } from './ballot-meter.tsx';
import { CastVote } from './cast-vote.tsx';
import { ByHands } from './hands-awaiting.tsx';
import type { Hands } from './hands.graphql.ts';
import styles from './decision-card.module.css';
import { DecisionStatus } from './meeting-state.tsx';
import type { Ballot, Decision, MeetingState, PlanToDecide } from './meeting.graphql.ts';

/** What a closed round decided, said before it is detailed. */
function Outcome({ ballot, hands, pageKey }: { ballot: Ballot; hands: readonly Hands[]; pageKey: string }) {
  const say = useSay();
  const { outcome } = ballot;
  if (!outcome) return null;
  return (
    <div className={`${styles.outcome} ${outcome.adopted ? styles.adopted : styles.notAdopted}`}>
      <p className={styles.verdict}>
        <Icon name={outcome.adopted ? 'check' : 'cross'} />
        <span>
          <span className={styles.round}>{say('webMeetings.ballot.round', { place: ballot.place })}</span> <span dir="auto">{outcome.sentence}</span>
        </span>
      </p>
      <ByHands ballot={ballot} hands={hands} pageKey={pageKey} />
      <details>
        <summary className={styles.detail}>{say('webMeetings.ballot.detail')}</summary>
        <div className="stack">
          <BallotMeter ballot={ballot} />
          <Source source={outcome.source} />
        </div>
      </details>
    </div>
  );
}

/** A round being voted: the text voted on, who is missing, one's own voice. */
function Open({ decision, ballot, pageKey, member }: { decision: Decision; ballot: Ballot; pageKey: string; member: boolean }) {
  const { vote } = decision.viewerMay;
  return (
    <>
      {vote.allowed && ballot.onRoll && <CastVote ballot={ballot} pageKey={pageKey} mine={ballot.myVote} />}
      {ballot.carried.map(({ seat, vote: mine }) => (
        <CastVote key={seat.id} ballot={ballot} pageKey={pageKey} mine={mine} carried={seat} />
      ))}
      {!vote.allowed && member && <NoVote decision={decision} />}
      <BallotMeter ballot={ballot} />
      <CloseBallot decision={decision} pageKey={pageKey} />
    </>
  );
}

interface DecisionCardProps {
  readonly decision: Decision;
  readonly meetingState: MeetingState;
  readonly plans: readonly PlanToDecide[];
  /** Has the reader a seat in the committee? A coordination has none, and need not be told at each vote. */
  readonly member: boolean;
  readonly pageKey: string;
  /** Votes of this meeting taken by show of hands. */
  readonly hands: readonly Hands[];
  /** What follows it, once it is adopted: another room's, brought by the route. */
  readonly followUps?: ((decisionId: string) => ReactNode) | undefined;
  /** What belongs to its item of the agenda: duration, documents. */
  readonly children?: ReactNode;
}

/** One decision: its text, its rounds, what can be done now. */
export function DecisionCard({ decision, meetingState, plans, pageKey, member, hands, followUps, children }: DecisionCardProps) {
  const say = useSay();
  const last = decision.ballots.at(-1);
  const open = last && !last.closedAt ? last : undefined;
  const text = open?.text ?? decision.text;
  const plan = plans.find(({ id }) => decision.subjectKind === 'actionPlan' && id === decision.subjectId);
  return (
    <article id={`decision-${decision.id}`} className={open ? `${styles.card} ${styles.live}` : styles.card} aria-labelledby={`title-${decision.id}`}>
      <header className={styles.head}>
        <p className={styles.number}>{say('webMeetings.decision.number', { place: decision.place })}</p>
        <h3 id={`title-${decision.id}`} dir="auto">
          {decision.title}
        </h3>
        <DecisionStatus state={decision.state} />
      </header>
      {text !== decision.title && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      {plan && (
        <Link to={`/plans/${plan.year}`} className={styles.subject}>
          <Icon name="board" /> {say('webMeetings.decision.readPlan', { year: String(plan.year) })}
        </Link>
      )}
      {decision.subjectKind === 'rule' && (
        <Link to="/rules" className={styles.subject}>
          <Icon name="document" /> {say('webRules.readRules')}
        </Link>
      )}
      {open && <Open decision={decision} ballot={open} pageKey={pageKey} member={member} />}
      {decision.ballots.filter(({ closedAt }) => closedAt).toReversed().map((ballot) => (
        <Outcome key={ballot.id} ballot={ballot} hands={hands} pageKey={pageKey} />
      ))}
      {decision.state === 'ADOPTED' && followUps?.(decision.id)}
      {meetingState === 'OPEN' && decision.viewerMay.openBallot.allowed && <OpenBallot decision={decision} pageKey={pageKey} />}
      {children}
    </article>
  );
}
