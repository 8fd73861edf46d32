import { Link } from 'react-router';
import { dateInWords } from '../../base/dates.tsx';
import { Foreign, useSay, useVoice } from '../../base/language.tsx';
import { moneyInWords } from '../../base/money.ts';
import { Card } from '../../ui/card.tsx';
import type { PublicAction, PublicPlan as Plan } from './public.graphql.ts';
import styles from './public.module.css';

/** A plan as the committee adopted it: by axis, what is done, when, for how many. */
export function PublicPlan({ plan: { year, inForce, minutesId, minutesNumber, axes, totals } }: { plan: Plan }) {
  const { say, language } = useVoice();
  return (
    <Card level={3} title={say(inForce ? 'webPublic.plan.inForce' : 'webPublic.plan.other', { year: String(year) })} eyebrow={<bdi>{say('webPublic.plan.adoptedBy', { number: minutesNumber })}</bdi>}>
      {axes.map(({ number, title, actions }) => (
        <section key={number ?? ''} className={styles.axis}>
          <h4>{number === null ? say('webPublic.plan.outsideAxes') : say('webPublic.plan.axis', { number, title: title ?? '' })}</h4>
          <ul className={styles.actions}>
            {actions.map((action) => (
              <li key={action.place}>
                <Action action={action} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {totals.length > 0 && (
        <p>
          {say('webPublic.plan.budget')} :{' '}
          {totals.map((total) => (
            <bdi key={total.currency} suppressHydrationWarning className={styles.amount}>
              {moneyInWords(language, total)}
            </bdi>
          ))}
        </p>
      )}
      <p>
        <Link to={`/public/minutes/${minutesId}`} className={styles.way}>
          {say('webPublic.minutes.open', { number: minutesNumber })}
        </Link>
      </p>
    </Card>
  );
}

function Action({ action: { title, startsOn, endsOn, people, status } }: { action: PublicAction }) {
  const { language } = useVoice();
  const say = useSay();
  const when = startsOn && endsOn ? say('webPublic.plan.between', { from: dateInWords(language, startsOn), to: dateInWords(language, endsOn) }) : '';
  const whom = people > 0 ? say('webPublic.plan.people', { count: people }) : '';
  return (
    <>
      <Foreign language="fr">{title}</Foreign>
      <p className={styles.small} suppressHydrationWarning>
        {[status ?? '', when, whom].filter((part) => part !== '').join(' · ')}
      </p>
    </>
  );
}
