import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { RuleBook } from './rules.graphql.ts';
import styles from './rules.module.css';

interface ServiceProps {
  readonly book: RuleBook;
  readonly where: Here;
  /** An act that binds the party asks first who is there. */
  readonly unproved: boolean;
  readonly pageKey: string;
  /** The page it stands on. */
  readonly back: string;
}

/** The set-up: who has confirmed, and the reader's own confirmation. */
export function Service({ book, where, unproved, pageKey, back }: ServiceProps) {
  const say = useSay();
  const { viewerMayConfirm: may } = book;
  return (
    <section className={styles.service} aria-labelledby="service">
      <h2 id="service">{say('webRules.service.title')}</h2>
      <p>{say('webRules.service.lead')}</p>
      <ul className={styles.parties}>
        {book.confirmations.map(({ party, confirmed }) => (
          <li key={party.id}>
            <bdi>{party.shortName}</bdi> <Status tone={confirmed ? 'done' : 'waiting'}>{say(confirmed ? 'webRules.service.confirmed' : 'webRules.service.awaited')}</Status>
          </li>
        ))}
      </ul>
      {may.allowed && unproved && (
        <>
          <p>{say('webRules.proveLead')}</p>
          <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', back)}>
            {say('webRules.prove')}
          </LinkButton>
        </>
      )}
      {may.allowed && !unproved && (
        <ActButton name="confirmService" icon="check" label={say('webRules.service.confirm')} pageKey={pageKey} fields={{ back, partnershipId: where.partnershipId, edition: String(book.edition) }} />
      )}
      {!may.allowed && may.refusal && where.myCategories.includes('COORDINATOR') && <WhyNot label={say('webRules.service.confirm')} sentence={may.refusal.sentence} source={may.refusal.source} />}
    </section>
  );
}
