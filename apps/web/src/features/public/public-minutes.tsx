import { dateInWords } from '../../base/dates.tsx';
import { Foreign, useVoice } from '../../base/language.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { Other } from './other-minutes.tsx';
import { PublicPdfs } from './public-pdfs.tsx';
import { wholeMinutesPath, type PublicMinutes as Minutes } from './public.graphql.ts';
import styles from './public.module.css';

/** An executory PV as anybody reads it: what was decided and which offices signed, without opening a file. */
export function PublicMinutes({ minutes }: { minutes: Minutes }) {
  const { say, language } = useVoice();
  const { number, kind, partnership, meetingOn, place, host, decisions, signatures, pdfs } = minutes;
  return (
    <>
      <PageHeader
        eyebrow={<bdi>{partnership}</bdi>}
        title={say('webPublic.minutes.title', { number })}
        status={<Status tone="done">{say(minutes.onPaper ? 'webPublic.minutes.onPaper' : 'webPublic.minutes.executory')}</Status>}
        lead={minutes.executorySentence}
        actions={<PublicPdfs pdfs={[...pdfs].sort((one, other) => Number(other.language === language) - Number(one.language === language))} />}
      />
      {minutes.rectifies && <Other sentence={say('webPublic.minutes.rectifies')} other={minutes.rectifies} />}
      {minutes.rectifiedBy && <Other sentence={say('webPublic.minutes.rectifiedBy')} other={minutes.rectifiedBy} />}
      <Facts
        facts={[
          { name: say('webPublic.minutes.meeting'), value: say(`webPublic.meetingOf.${kind}`, { day: dateInWords(language, meetingOn), place }) },
          { name: say('webPublic.minutes.host'), value: host.name },
        ]}
      />
      <section className={styles.section} aria-labelledby="public-decisions">
        <h2 id="public-decisions">{say('webPublic.minutes.decided', { count: decisions.length })}</h2>
        {decisions.map(({ id, title, text }, index) => (
          <Card key={id} level={3} eyebrow={say('webPublic.minutes.number', { number: String(index + 1) })} title={title}>
            <div className={styles.written}>
              <Foreign language="fr">{text}</Foreign>
            </div>
          </Card>
        ))}
      </section>
      <section className={styles.section} aria-labelledby="public-signatures">
        <h2 id="public-signatures">{say('webPublic.minutes.signatures')}</h2>
        <ul className={styles.sides}>
          {signatures.map(({ party, office, place: signedAt, civilDate }) => (
            <li key={party.name} className={styles.side}>
              <strong>
                <bdi>{office}</bdi>
              </strong>
              <p className={styles.small}>
                <bdi>{party.name}</bdi>
              </p>
              <p className={styles.small}>
                <bdi>{say('webPublic.minutes.signed', { place: signedAt, day: dateInWords(language, civilDate) })}</bdi>
              </p>
            </li>
          ))}
        </ul>
        <Source source={minutes.executorySource} />
      </section>
      <p className={styles.small}>{say('webPublic.minutes.leftOut')}</p>
      <p className={styles.small}>
        {say('webPublic.minutes.fingerprint')}
        <br />
        <bdi dir="ltr" className={styles.hash}>
          {minutes.contentHash}
        </bdi>
      </p>
      <p className={styles.ways}>
        <LinkButton to="/public" icon="document">
          {say('webPublic.all')}
        </LinkButton>
        <LinkButton kind="quiet" to="/verify">{say('webVerify.link')}</LinkButton>
        <LinkButton kind="quiet" to={wholeMinutesPath(minutes.id)}>
          {say('webPublic.minutes.whole')}
        </LinkButton>
      </p>
    </>
  );
}
