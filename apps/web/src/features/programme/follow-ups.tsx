import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { ActionStatus } from './action-state.tsx';
import { actionPath, newActionPath, type DecisionFollowed } from './actions.graphql.ts';
import styles from './actions.module.css';

/** What follows one decision: its actions and where they stand, and the way to open another. `titled`: where no heading above says so. */
function FollowUps({ decision, meetingId, titled = false }: { decision: DecisionFollowed; meetingId: string; titled?: boolean }) {
  const say = useSay();
  const mayOpen = decision.viewerMayFollowUp.allowed;
  if (decision.followUps.length === 0 && !mayOpen) return null;
  return (
    <div className={styles.followUps}>
      {decision.followUps.length > 0 && (
        <>
          {titled && <h4>{say('webActions.followUps.title')}</h4>}
          <ul className={styles.lines}>
            {decision.followUps.map((action) => (
              <li key={action.id}>
                <Link to={actionPath(action.id)} className={styles.link} dir="auto">
                  {action.title}
                </Link>
                <ActionStatus action={action} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayOpen && (
        <LinkButton kind="quiet" icon="plus" to={newActionPath(meetingId, decision.id)}>
          {say('webActions.followUps.open')}
        </LinkButton>
      )}
    </div>
  );
}

/** What follows the decision of that id, among those that are followed. */
export function FollowUpsOf({ decisions, id, meetingId }: { decisions: readonly DecisionFollowed[]; id: string; meetingId: string }) {
  const decision = decisions.find((one) => one.id === id);
  return decision ? <FollowUps decision={decision} meetingId={meetingId} titled /> : null;
}

/** What follows the decisions of minutes. */
export function MinutesFollowUps({ decisions, meetingId }: { decisions: readonly DecisionFollowed[]; meetingId: string }) {
  const say = useSay();
  const shown = decisions.filter(({ followUps, viewerMayFollowUp }) => followUps.length > 0 || viewerMayFollowUp.allowed);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="follow-ups" className="stack">
      <h2 id="follow-ups">{say('webActions.followUps.title')}</h2>
      {shown.map((decision) => (
        <div key={decision.id}>
          <h3 dir="auto">{decision.title}</h3>
          <FollowUps decision={decision} meetingId={meetingId} />
        </div>
      ))}
    </section>
  );
}
