import { CivilDate, Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './reminders.module.css';
import { remindersPath, type LatePerson } from './timeline.graphql.ts';

/** The preview: who gets a letter, who does not and why; then one button. */
export function RemindLatePage({ people, partnershipId, pageKey }: { people: readonly LatePerson[]; partnershipId: string; pageKey: string }) {
  const say = useSay();
  const told = people.filter(({ leftOut }) => leftOut === null);
  const letters = new Set(told.map(({ personId }) => personId)).size;
  const leftOut = people.filter((person) => person.leftOut !== null);
  const back = { to: remindersPath, label: say('webReminders.late.back') };
  return (
    <>
      <PageHeader title={say('webReminders.late.title')} lead={<p>{say('webReminders.late.lead')}</p>} />
      {people.length === 0 ? (
        <EmptyState title={say('webReminders.late.none')}>
          <p>{say('webReminders.late.noneLead')}</p>
          <LinkButton to={back.to}>{back.label}</LinkButton>
        </EmptyState>
      ) : (
        <Confirm title={say('webReminders.late.letters', { count: letters })} consequence={<People people={told} />} back={back}>
          {letters > 0 && <ActButton name="remindLate" label={say('webReminders.late.send', { count: letters })} pageKey={pageKey} fields={{ partnershipId }} icon="mail" />}
        </Confirm>
      )}
      {leftOut.length > 0 && (
        <section className="stack" aria-labelledby="left-out">
          <h2 id="left-out">{say('webReminders.late.leftOut')}</h2>
          <People people={leftOut} />
        </section>
      )}
    </>
  );
}

function People({ people }: { people: readonly LatePerson[] }) {
  const say = useSay();
  return (
    <ul className={styles.told}>
      {people.map(({ personId, displayName, party, matter, since, leftOut, until }) => (
        <li key={`${personId}${matter}${since}`} className={styles.person}>
          <span className={styles.who}>
            <span>
              <bdi>{displayName}</bdi>
            </span>
            {party && <bdi className={styles.quiet}>{party}</bdi>}
          </span>
          <bdi>{matter}</bdi>
          <span className={styles.quiet}>
            {say('webReminders.late.since')} <CivilDate on={since} />
          </span>
          {leftOut && (
            <span>
              {say(`webReminders.late.why.${leftOut}`)}{' '}
              {until && (
                <>
                  {say('webReminders.late.again')} <Moment at={until} />.
                </>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
