import type { ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import { AddAgendaItem } from './add-agenda-item.tsx';
import { ItemDocuments } from './item-documents.tsx';
import { DecisionCard } from './decision-card.tsx';
import type { AxisToDecide, Decision, Meeting, PlanToDecide, RuleToDecide } from './meeting.graphql.ts';
import styles from './meeting-agenda.module.css';
import { DueItems, ItemPlan, Proposals } from './prepare-agenda.tsx';

interface MeetingAgendaProps {
  readonly meeting: Meeting;
  readonly plans: readonly PlanToDecide[];
  readonly rules: readonly RuleToDecide[];
  readonly axes: readonly AxisToDecide[];
  readonly pageKey: string;
  /** Has the reader a seat in the committee? */
  readonly member: boolean;
  readonly followUps?: ((decisionId: string) => ReactNode) | undefined;
}

const votedNow = ({ decisions }: Meeting): Decision | undefined => decisions.find(({ ballots }) => ballots.at(-1)?.closedAt === null);

/** The vote going on, before everything else: a member on a telephone finds the buttons at once. */
export function VotedNow({ meeting, plans, pageKey, member }: MeetingAgendaProps) {
  const say = useSay();
  const decision = votedNow(meeting);
  if (!decision) return null;
  return (
    <section aria-labelledby="now" className="stack">
      <h2 id="now">{say('webMeetings.agenda.now')}</h2>
      <DecisionCard decision={decision} meetingState={meeting.state} plans={plans} pageKey={pageKey} member={member} hands={meeting.hands} />
    </section>
  );
}

/** The agenda in its order: each decision as a card with its votes, an information as a line. */
export function MeetingAgenda({ meeting, plans, rules, axes, pageKey, member, followUps }: MeetingAgendaProps) {
  const say = useSay();
  const above = votedNow(meeting);
  return (
    <section id="agenda" aria-labelledby="agenda-title" className="stack">
      <h2 id="agenda-title">{say('webMeetings.agenda.title')}</h2>
      {meeting.agenda.length === 0 && <p>{say('webMeetings.agenda.empty')}</p>}
      <ol className={styles.items}>
        {meeting.agenda.map((item) => {
          const { id, title, decision: at } = item;
          const decision = meeting.decisions.find((candidate) => candidate.id === at?.id && candidate !== above);
          return (
            <li key={id}>
              {decision ? (
                <DecisionCard decision={decision} meetingState={meeting.state} plans={plans} pageKey={pageKey} member={member} hands={meeting.hands} followUps={followUps} />
              ) : (
                <p className={styles.information}>
                  <span className={styles.kind}>{say(at ? 'webMeetings.agenda.above' : 'webMeetings.agenda.information')}</span> <span dir="auto">{title}</span>
                </p>
              )}
              <ItemPlan meeting={meeting} item={item} pageKey={pageKey} />
              <ItemDocuments meeting={meeting} item={item} pageKey={pageKey} />
            </li>
          );
        })}
      </ol>
      <DueItems meeting={meeting} plans={plans} pageKey={pageKey} />
      <AddAgendaItem meeting={meeting} plans={plans} rules={rules} axes={axes} pageKey={pageKey} />
      <Proposals meeting={meeting} pageKey={pageKey} />
    </section>
  );
}
