import { dateInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Verification } from './verify.graphql.ts';
import styles from './verify.module.css';

const tones: Readonly<Record<Verification['verdict'], Tone>> = { VALID: 'done', ALTERED: 'stopped', UNKNOWN: 'still' };

const standings: Readonly<Record<NonNullable<Verification['minutes']>['standing'], Tone>> = { AWAITING: 'waiting', EXECUTORY: 'done', REPLACED: 'stopped' };

/** What is so of a file, or of a hash: the verdict first, then whose it is and how it stands. */
export function VerifiedDocument({ verification: { hash, verdict, minutes }, of }: { verification: Verification; of: 'file' | 'hash' }) {
  const { say } = useVoice();
  const sentence = verdict === 'UNKNOWN' || !minutes ? say('webVerify.unknown') : verdict === 'ALTERED' ? say('webVerify.altered') : say(`webVerify.kind.${minutes.kind}`);
  return (
    <>
      <PageHeader
        eyebrow={say('webVerify.title')}
        title={say(of === 'file' ? `webVerify.verdict.${verdict}.file` : `webVerify.verdict.${verdict}.hash`)}
        status={
          <div className="cluster">
            <Status tone={tones[verdict]}>{say(`webVerify.verdict.${verdict}.status`)}</Status>
            {minutes && verdict === 'VALID' && <Status tone={standings[minutes.standing]}>{say(`webVerify.stands.${minutes.standing}`)}</Status>}
          </div>
        }
      />
      <Banner tone={verdict === 'VALID' ? 'good' : verdict === 'ALTERED' ? 'attention' : 'info'}>
        <p>{sentence}</p>
      </Banner>
      {minutes && <Minutes minutes={minutes} valid={verdict === 'VALID'} />}
      <p className={styles.small}>
        {say('webVerify.facts.hash')}
        <br />
        <bdi dir="ltr" className={styles.hash}>
          {hash}
        </bdi>
      </p>
      <div className="cluster">
        {minutes?.record && (
          <LinkButton to={`/public/minutes/${minutes.record.id}`} icon="document">
            {say('webVerify.read', { number: minutes.number })}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to="/verify">
          {say('webVerify.again')}
        </LinkButton>
      </div>
    </>
  );
}

function Minutes({ minutes, valid }: { minutes: NonNullable<Verification['minutes']>; valid: boolean }) {
  const { say, language: page } = useVoice();
  const { number, version, meetingOn, parties, language, standing, record } = minutes;
  const facts = [
    { name: say('webVerify.facts.number'), value: number },
    { name: say('webVerify.facts.meeting'), value: dateInWords(page, meetingOn) },
    { name: say('webVerify.facts.parties'), value: parties.flatMap((name, place) => [place > 0 && ' – ', <bdi key={name}>{name}</bdi>]) },
    ...(version > 1 ? [{ name: say('webVerify.facts.version'), value: String(version) }] : []),
    ...(valid && language ? [{ name: say('webVerify.facts.language'), value: say(`webVerify.language.${language}`) }] : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      <section className={styles.standing} aria-labelledby="verify-standing">
        <h2 id="verify-standing">{say('webVerify.facts.standing')}</h2>
        <p>{record?.executorySentence ?? say(`webVerify.standing.${standing}`)}</p>
        {record && (
          <ul>
            {record.signatures.map(({ office, place, civilDate }) => (
              <li key={office}>
                <bdi>{say('webVerify.signed', { office, place, day: dateInWords(page, civilDate) })}</bdi>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
