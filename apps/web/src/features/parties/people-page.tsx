import { Form } from 'react-router';
import { dateInWords } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay, useVoice } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { MandateLine } from './mandate-card.tsx';
import type { PartyPeople, People } from './people.graphql.ts';
import styles from './people.module.css';
import type { Proving } from './prove-first.tsx';
import { RecoveryCard } from './recovery-card.tsx';

interface PeoplePageProps {
  readonly people: People;
  readonly where: Here;
  readonly pageKey: string;
  /** Acts that bind ask first who is there. */
  readonly proving: Proving;
  /** The mandate whose end is being written. */
  readonly ending: string | null;
}

/** One party: its people by what they are, the committee first. */
function Party({ party: { party, mandates, viewerManages }, people, ...page }: { party: PartyPeople } & Omit<PeoplePageProps, 'where'>) {
  const say = useSay();
  const categories = [...new Set(mandates.map(({ category }) => category))];
  const isToday = people.on === people.today;
  return (
    <section className="stack" aria-labelledby={`party-${party.id}`}>
      <h2 id={`party-${party.id}`}>
        <bdi>{party.organisation}</bdi>
      </h2>
      {viewerManages && isToday && (
        <LinkButton kind="primary" icon="plus" to={`/people/invite?party=${party.id}`}>
          {say('webParties.people.invite')}
        </LinkButton>
      )}
      {mandates.length === 0 && <p>{say('webParties.people.nobody')}</p>}
      {categories.map((category) => (
        <div key={category} className={styles.group}>
          <h3>{say(`parties.category.${category}`)}</h3>
          <ul className={styles.people}>
            {mandates
              .filter((mandate) => mandate.category === category)
              .map((mandate) => (
                <MandateLine key={mandate.id} mandate={mandate} partyId={party.id} manages={viewerManages && isToday} today={people.today} {...page} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function OnDate({ people }: { people: People }) {
  const say = useSay();
  const { language } = useVoice();
  return (
    <>
      {people.on !== people.today && (
        <Banner>
          <p>{say('webParties.people.past', { date: dateInWords(language, people.on) })}</p>
          <LinkButton to="/people">{say('webParties.people.back')}</LinkButton>
        </Banner>
      )}
      <Form method="get" className={styles.date}>
        <Field type="date" name="on" required label={say('webParties.people.on')} defaultValue={people.on} />
        <Button kind="secondary">{say('webParties.people.show')}</Button>
      </Form>
    </>
  );
}

/** Who composes the partnership, today or on any day; who is being invited; whose access is being given back. */
export function PeoplePage({ people, where, ...page }: PeoplePageProps) {
  const { pageKey, proving } = page;
  const say = useSay();
  return (
    <>
      <PageHeader
        title={say('webParties.people.title')}
        eyebrow={<bdi>{where.partnershipName}</bdi>}
        lead={say('webParties.people.lead')}
        actions={
          <LinkButton kind="secondary" icon="lock" to="/who-may">
            {say('webParties.people.whoMay')}
          </LinkButton>
        }
      />
      {people.recoveries.length > 0 && (
        <section className="stack" id="recoveries">
          <h2>{say('webParties.recovery.section')}</h2>
          <div className={styles.cards}>
            {people.recoveries.map((recovery) => (
              <RecoveryCard key={recovery.id} recovery={recovery} proving={proving} pageKey={pageKey} />
            ))}
          </div>
        </section>
      )}
      {people.invitations.length > 0 && (
        <section className="stack" id="invitations">
          <h2>{say('webParties.invitations.title')}</h2>
          <div className={styles.cards}>
            {people.invitations.map((invitation) => (
              <InvitationCard key={invitation.id} invitation={invitation} proving={proving} pageKey={pageKey} />
            ))}
          </div>
        </section>
      )}
      <div className={styles.two}>
        {people.parties.map((party) => (
          <Party key={party.party.id} party={party} people={people} {...page} />
        ))}
      </div>
      <OnDate people={people} />
    </>
  );
}
