import { dateInWords } from '../../base/dates.tsx';
import { Foreign, useSay, useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Status } from '../../ui/status.tsx';
import { Other } from './other-minutes.tsx';
import { PublicPdfs } from './public-pdfs.tsx';
import { PublicPlan } from './public-plan.tsx';
import type { PublicMinutesLine, PublicPartnership } from './public.graphql.ts';
import styles from './public.module.css';

/** Where the record stands in a page: links lead here. */
export const recordAnchor = 'decided';

/** How much is shown: on the first page the plan in force and the last decisions, on its own page everything. */
type Extent = 'latest' | 'all';

/** What was decided, by partnership: plans by axis, then each PV with its decisions. Offices only. */
export function PublicRecord({ record, extent }: { record: readonly PublicPartnership[]; extent: Extent }) {
  const say = useSay();
  const { language } = useVoice();
  return (
    <section className={styles.record} id={recordAnchor} aria-label={say('webPublic.title')}>
      {extent === 'latest' && (
        <>
          <h2>{say('webPublic.title')}</h2>
          <p>{say('webPublic.lead')}</p>
        </>
      )}
      {record.length === 0 && (
        <EmptyState icon="document" title={say('webPublic.none')}>
          <p>{say('webPublic.noneHint')}</p>
        </EmptyState>
      )}
      {record.map((partnership) => (
        <Partnership key={partnership.id} partnership={partnership} extent={extent} />
      ))}
      <div className="cluster">
        <LinkButton kind="quiet" to="/verify">
          {say('webVerify.link')}
        </LinkButton>
        {extent === 'latest' && record.length > 0 && (
          <LinkButton to="/public" icon="document">
            {say('webPublic.all')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to={`/public/feed.xml?lang=${language}`} reloadDocument>
          {say('webPublic.feed.rss')}
        </LinkButton>
        <LinkButton kind="quiet" to={`/public/record.json?lang=${language}`} reloadDocument>
          {say('webPublic.feed.json')}
        </LinkButton>
      </div>
    </section>
  );
}

function Partnership({ partnership: { name, agreement, parties, plans, minutes }, extent }: { partnership: PublicPartnership; extent: Extent }) {
  const say = useSay();
  const { language } = useVoice();
  const names = new Intl.ListFormat(language === 'ar' ? 'ar-MA' : 'fr-FR').format(parties.map((party) => party.name));
  const shown = extent === 'all' ? plans : plans.filter(({ inForce }) => inForce);
  return (
    <article className={styles.partnership}>
      <header>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.small}>
          <bdi>{say('webPublic.parties', { names })}</bdi>
        </p>
        {agreement && (
          <p className={styles.small}>
            <bdi lang="fr">{agreement}</bdi>
          </p>
        )}
      </header>
      {shown.map((plan) => (
        <PublicPlan key={plan.id} plan={plan} />
      ))}
      {minutes.map((line) => (
        <Minutes key={line.id} minutes={line} />
      ))}
    </article>
  );
}

function Minutes({ minutes: { id, number, kind, meetingOn, place, executorySentence, decisions, pdfs, rectifies } }: { minutes: PublicMinutesLine }) {
  const say = useSay();
  const { language } = useVoice();
  return (
    <Card
      level={3}
      eyebrow={<bdi>{say(`webPublic.meetingOf.${kind}`, { day: dateInWords(language, meetingOn), place })}</bdi>}
      title={<bdi>{say('webPublic.minutes.title', { number })}</bdi>}
      status={<Status tone="done">{say('webPublic.minutes.executory')}</Status>}
      actions={
        <>
          <LinkButton to={`/public/minutes/${id}`} icon="document">
            {say('webPublic.minutes.open', { number })}
          </LinkButton>
          <PublicPdfs pdfs={pdfs.filter((pdf) => pdf.language === language)} />
        </>
      }
    >
      {rectifies && <Other sentence={say('webPublic.minutes.rectifies')} other={rectifies} />}
      <ul className={styles.actions}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Foreign language="fr">
              <strong>{decision.title}</strong>
              <p className={styles.written}>{decision.text}</p>
            </Foreign>
          </li>
        ))}
      </ul>
      <p className={styles.small}>{executorySentence}</p>
    </Card>
  );
}
