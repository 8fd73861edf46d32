import type { Language } from '#kernel';
import { Moment } from '../../base/dates.tsx';
import { directionOf, useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { readableText } from './letter-files.ts';
import { letterPath, type LetterShown } from './mailbox.graphql.ts';
import styles from './mailbox.module.css';

const known = ['fr', 'ar', 'zgh', 'en'] as const;
const languageOf = (language: string): Language => known.find((one) => one === language) ?? 'fr';

/** One letter: its real HTML in a frame without scripts, its text, its attachments. */
export function Letter({ letter }: { letter: LetterShown }) {
  const say = useSay();
  const { messageId, subject, toAddress, deliveries, receivedAt, text } = letter;
  const language = languageOf(letter.language);
  return (
    <>
      <PageHeader
        title={subject}
        actions={
          <LinkButton kind="quiet" to="/mailbox" icon="mail">
            {say('webNotices.mailbox.back')}
          </LinkButton>
        }
      />
      <Facts
        facts={[
          { name: say('webNotices.mailbox.to'), value: <bdi dir="ltr">{toAddress}</bdi> },
          { name: say('webNotices.mailbox.received'), value: <Moment at={receivedAt} /> },
          { name: say('webNotices.mailbox.language'), value: say(`webNotices.mailbox.languages.${language}`) },
          { name: say('webNotices.mailbox.deliveries'), value: say('webNotices.mailbox.twice', { count: deliveries }) },
        ]}
      />
      <Attachments letter={letter} />
      <section className="stack" aria-labelledby="letter-html">
        <h2 id="letter-html">{say('webNotices.mailbox.asSent')}</h2>
        <iframe className={styles.frame} title={subject} lang={language} src={`${letterPath(messageId)}/html`} sandbox="allow-top-navigation-by-user-activation" />
      </section>
      <details className={styles.fold}>
        <summary>{say('webNotices.mailbox.asText')}</summary>
        <pre className={styles.text} lang={language} dir={directionOf(language)}>
          {text}
        </pre>
      </details>
    </>
  );
}

function Attachments({ letter: { attachments, messageId } }: { letter: LetterShown }) {
  const say = useSay();
  if (attachments.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="letter-attachments">
      <h2 id="letter-attachments">{say('webNotices.mailbox.attachments')}</h2>
      {attachments.map((attachment, place) => {
        const { filename } = attachment;
        const readable = readableText(attachment);
        return (
          <div key={filename}>
            <LinkButton icon="download" to={`${letterPath(messageId)}/attachments/${place}`} reloadDocument>
              {say('webNotices.mailbox.download', { filename })}
            </LinkButton>
            {readable !== null && (
              <details className={styles.fold}>
                <summary>
                  <bdi dir="ltr">{filename}</bdi>
                </summary>
                <pre className={styles.text} dir="ltr" lang="en">
                  {readable}
                </pre>
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}
