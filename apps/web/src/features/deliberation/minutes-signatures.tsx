import { CivilDate } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import type { MinutesShown, SignatureShown } from './minutes.graphql.ts';
import { Contest, type ContestProps } from './contest-signature.tsx';
import { HandSignatures } from './hand-signatures.tsx';
import { PdfLinks } from './minutes-pdfs.tsx';
import styles from './minutes.module.css';

/** Two boxes of the same size, the host's first: who signed as what, where, when; or that the signature is awaited. */
export function MinutesSignatures({ minutes, demo, pageKey }: { minutes: MinutesShown; demo: boolean; pageKey: string }) {
  const say = useSay();
  const { signatures, missing, facts, contentHash } = minutes;
  const parties = [...signatures.map(({ party }) => party), ...missing].sort((one, other) => Number(other.id === facts.hostParty.id) - Number(one.id === facts.hostParty.id));
  return (
    <section className={styles.section} aria-labelledby="minutes-signatures">
      <h2 id="minutes-signatures">{say('webMinutes.signatures.title')}</h2>
      <p>{minutes.executorySentence}</p>
      <Source source={minutes.executorySource} />
      {parties.length > 0 && (
        <div className={styles.sides}>
          {parties.map((party) => (
            <Box key={party.id} shortName={party.shortName} signature={signatures.find((given) => given.party.id === party.id)} state={minutes.state} pageKey={pageKey} brought={minutes.handSignatures.some((hand) => hand.awaited && hand.party.id === party.id)} nameless={demo} />
          ))}
        </div>
      )}
      <HandSignatures minutes={minutes} />
      {contentHash && (
        <div>
          <p className={styles.small}>{say('webMinutes.signatures.contentHash')}</p>
          <p className={styles.hash}>
            <bdi dir="ltr">{contentHash}</bdi>
          </p>
        </div>
      )}
      <PdfLinks pdfs={minutes.pdfs} of="frozen" />
      <PdfLinks pdfs={minutes.signedPdfs} of="signed" />
      {minutes.viewerMay.refuse.allowed && (
        <LinkButton kind="quiet" to={`/minutes/${minutes.id}/refuse`}>
          {say('webMinutes.refuse.link')}
        </LinkButton>
      )}
    </section>
  );
}

interface BoxProps extends Pick<ContestProps, 'state' | 'pageKey'> {
  readonly shortName: string;
  readonly signature: SignatureShown | undefined;
  readonly brought: boolean;
  readonly nameless: boolean;
}

function Box({ shortName, signature, brought, nameless, ...contesting }: BoxProps) {
  const { say, language } = useVoice();
  const comma = language === 'ar' ? '، ' : ', ';
  return (
    <div className={signature ? `${styles.side} ${styles.signed}` : styles.side}>
      <h3>
        <bdi>{shortName}</bdi>
      </h3>
      {signature ? (
        <>
          <Status tone="done">{say('webMinutes.signatures.signed')}</Status>
          <p>
            {!nameless && (
              <>
                <bdi>{signature.person}</bdi>
                {comma}
              </>
            )}
            <bdi>{signature.office}</bdi>
          </p>
          <p>
            {say('webMinutes.signatures.at')} <bdi>{signature.place}</bdi>
            {comma}
            <CivilDate on={signature.civilDate} length="long" />
          </p>
          <p className={styles.small}>{say(`webMinutes.method.${signature.method}`)}</p>
          <p className={styles.hash}>
            <bdi dir="ltr">{signature.contentHash}</bdi>
          </p>
          <Contest signature={signature} {...contesting} />
        </>
      ) : (
        <Status tone="waiting">{say(brought ? 'webHand.waits' : 'webMinutes.signatures.awaited')}</Status>
      )}
    </div>
  );
}
