import type { ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import { AddAgendaItem } from './add-agenda-item.tsx';
import { ItemDocuments } from './item-documents.tsx';
import { DecisionCard } from './decision-card.tsx';
import type { AgendaItem, AxisToDecide, Decision, Meeting, PlanToDecide, RuleToDecide } from './meeting.graphql.ts';
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

/** One item in its card: the decision with its votes, or an information; then its duration, who presents it, its documents. */
function Item({ item, above, ...on }: MeetingAgendaProps & { item: AgendaItem; above: Decision | undefined }) {
  const say = useSay();
  const { meeting, plans, pageKey, member, followUps } = on;
  const decision = meeting.decisions.find(({ id }) => id === item.decision?.id);
  const prepared = (
    <>
      <ItemPlan meeting={meeting} item={item} pageKey={pageKey} />
      <ItemDocuments meeting={meeting} item={item} pageKey={pageKey} />
    </>
  );
  if (decision && decision !== above) {
    return (
      <DecisionCard decision={decision} meetingState={meeting.state} plans={plans} pageKey={pageKey} member={member} hands={meeting.hands} followUps={followUps}>
        {prepared}
      </DecisionCard>
    );
  }
  return (
    <div className={styles.information}>
      <p>
        <span className={styles.kind}>{say(item.decision ? 'webMeetings.agenda.above' : 'webMeetings.agenda.information')}</span> <span dir="auto">{item.title}</span>
      </p>
      {prepared}
    </div>
  );
}

/** The agenda in its order: each decision as a card with its votes, an information as a line. */
export function MeetingAgenda(on: MeetingAgendaProps) {
  const say = useSay();
  const { meeting, plans, rules, axes, pageKey } = on;
  const above = votedNow(meeting);
  return (
    <section id="agenda" aria-labelledby="agenda-title" className="stack">
      <h2 id="agenda-title">{say('webMeetings.agenda.title')}</h2>
      {meeting.agenda.length === 0 && <p>{say('webMeetings.agenda.empty')}</p>}
      <ol className={styles.items}>
        {meeting.agenda.map((item) => (
          <li key={item.id}>
            <Item {...on} item={item} above={above} />
          </li>
        ))}
      </ol>
      <DueItems meeting={meeting} plans={plans} pageKey={pageKey} />
      <AddAgendaItem meeting={meeting} plans={plans} rules={rules} axes={axes} pageKey={pageKey} />
      <Proposals meeting={meeting} pageKey={pageKey} />
    </section>
  );
}
