import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { remindersPath } from './timeline.graphql.ts';
import { ToldPeople } from './told-people.tsx';
import type { WhoWasTold as Told } from './who-was-told.graphql.ts';

/** At the foot of a thing's own page: one line until it is asked for, then every person told of it, and when. */
export function WhoWasTold({ told }: { told: Told | null }) {
  const say = useSay();
  if (!told) return null;
  if (!told.matters) {
    return (
      <p data-screen-only="">
        <Link to="?told=yes#told" preventScrollReset>
          <Icon name="arrow" /> {say('webReminders.who.title')}
        </Link>
      </p>
    );
  }
  return (
    <section className="stack" aria-labelledby="told">
      <h2 id="told">{say('webReminders.who.title')}</h2>
      {told.matters.length === 0 && <p>{say('webReminders.who.none')}</p>}
      {told.matters.map(({ id, title, people }) => (
        <section key={id} className="stack" aria-labelledby={`told-${id}`}>
          <h3 id={`told-${id}`}>{title}</h3>
          {people.length === 0 ? <p>{say('webReminders.told', { count: 0 })}</p> : <ToldPeople people={people} />}
        </section>
      ))}
      <p data-screen-only="">
        <Link to={remindersPath}>{say('webReminders.who.all')}</Link>
      </p>
    </section>
  );
}
