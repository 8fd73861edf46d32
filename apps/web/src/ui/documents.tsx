import type { ReactNode } from 'react';
import { ActForm, useSending } from '../base/act-form.tsx';
import { Moment } from '../base/dates.tsx';
import { sizeInWords, type JoinedDocument } from '../base/documents.ts';
import { useVoice } from '../base/language.tsx';
import { keyOf } from '../base/may-button.tsx';
import { Button } from './button.tsx';
import styles from './documents.module.css';
import { Icon } from './icon.tsx';

interface DocumentsProps {
  readonly documents: readonly JoinedDocument[];
  /** The form that takes one back. */
  readonly removal: string;
  readonly pageKey: string;
}

function Removal({ document: { id, name }, removal, pageKey }: { document: JoinedDocument; removal: string; pageKey: string }) {
  const { say } = useVoice();
  const sending = useSending();
  const form = `${removal}:${id}`;
  return (
    <ActForm name={form} idempotencyKey={keyOf(pageKey, form)}>
      <input type="hidden" name="attachmentId" value={id} />
      <Button kind="quiet" icon="cross" busy={sending} aria-label={say('attachments.remove', { name })}>
        {say('attachments.removeShort')}
      </Button>
    </ActForm>
  );
}

/** Joined documents: the name saves the file, beneath it who joined it and when. */
export function Documents({ documents, removal, pageKey }: DocumentsProps) {
  const { say, language } = useVoice();
  return (
    <ul className={styles.list}>
      {documents.map((document) => (
        <li key={document.id} className={styles.line}>
          <div className={styles.words}>
            <a href={document.url} download className={styles.name}>
              <Icon name="download" />
              <span>
                <bdi>{document.name}</bdi> <span className={styles.size}>(<bdi suppressHydrationWarning>{sizeInWords(say, language, document.size)}</bdi>)</span>
              </span>
            </a>
            <p className={styles.who}>
              {say('attachments.sentBy', { person: document.person.displayName, party: document.party.shortName })}, <Moment at={document.attachedAt} />
            </p>
          </div>
          {document.viewerMayRemove.allowed && <Removal document={document} removal={removal} pageKey={pageKey} />}
        </li>
      ))}
    </ul>
  );
}

/** A part of a page that holds documents, with the way to join one more. */
export function DocumentSection({ id, action, children }: { id: string; action?: ReactNode; children: ReactNode }) {
  const { say } = useVoice();
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="stack">
      <h2 id={`${id}-title`}>{say('attachments.title')}</h2>
      {children}
      {action}
    </section>
  );
}
