import { useSay } from '../../base/language.tsx';
import { AddAgendaItem } from './add-agenda-item.tsx';
import { DecisionCard } from './decision-card.tsx';
import type { Meeting, PlanToDecide } from './meeting.graphql.ts';
import styles from './meeting-agenda.module.css';

/** The agenda in its order: each decision as a card with its votes, an information as a line. */
export function MeetingAgenda({ meeting, plans, pageKey }: { meeting: Meeting; plans: readonly PlanToDecide[]; pageKey: string }) {
  const say = useSay();
  return (
    <section id="agenda" aria-labelledby="agenda-title" className="stack">
      <h2 id="agenda-title">{say('webMeetings.agenda.title')}</h2>
      {meeting.agenda.length === 0 && <p>{say('webMeetings.agenda.empty')}</p>}
      <ol className={styles.items}>
        {meeting.agenda.map(({ id, title, decision: at }) => {
          const decision = meeting.decisions.find((candidate) => candidate.id === at?.id);
          return (
            <li key={id}>
              {decision ? (
                <DecisionCard decision={decision} meetingState={meeting.state} plans={plans} pageKey={pageKey} />
              ) : (
                <p className={styles.information}>
                  <span className={styles.kind}>{say('webMeetings.agenda.information')}</span> <span dir="auto">{title}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <AddAgendaItem meeting={meeting} plans={plans} pageKey={pageKey} />
    </section>
  );
}
