import { Link } from 'react-router';
import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { letterPath, type LetterLine } from './mailbox.graphql.ts';
import styles from './mailbox.module.css';

/** The demo's letters: whom they went to, about what, how often they arrived. */
export function Mailbox({ letters }: { letters: readonly LetterLine[] }) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webNotices.mailbox.title')} lead={say('webNotices.mailbox.lead')} />
      {letters.length === 0 ? (
        <EmptyState icon="mail" title={say('webNotices.mailbox.none')}>
          <p>{say('webNotices.mailbox.noneHint')}</p>
        </EmptyState>
      ) : (
        <ul className={styles.letters} aria-label={say('webNotices.mailbox.list')}>
          {letters.map((letter) => (
            <Line key={letter.messageId} letter={letter} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ letter: { messageId, subject, language, toAddress, receivedAt, deliveries, attachments } }: { letter: LetterLine }) {
  const say = useSay();
  return (
    <li className={styles.letter}>
      <Link to={letterPath(messageId)} className={styles.subject}>
        <span lang={language} dir="auto">
          {subject}
        </span>
      </Link>
      <p className={styles.about}>
        <span>
          {say('webNotices.mailbox.to')} <bdi dir="ltr">{toAddress}</bdi>
        </span>
        <Moment at={receivedAt} />
        {attachments.length > 0 && <span>{say('webNotices.mailbox.attached', { count: attachments.length })}</span>}
        {deliveries > 1 && <strong>{say('webNotices.mailbox.delivered', { count: deliveries })}</strong>}
      </p>
    </li>
  );
}
