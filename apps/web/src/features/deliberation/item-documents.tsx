import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { AttachForm } from '../../ui/attach-form.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Documents } from '../../ui/documents.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { AgendaItem, Meeting } from './meeting.graphql.ts';

/** What is joined to an item of the agenda, under it. */
export function ItemDocuments({ meeting, item, pageKey }: { meeting: Meeting; item: AgendaItem; pageKey: string }) {
  const say = useSay();
  const { allowed } = meeting.viewerMay.attachDocument;
  if (item.attachments.length === 0 && !allowed) return null;
  return (
    <div id={`documents-${item.id}`}>
      {item.attachments.length > 0 && <Documents documents={item.attachments} removal="detachFromAgendaItem" pageKey={pageKey} />}
      {allowed && (
        <LinkButton kind="quiet" icon="plus" to={`/meetings/${meeting.id}/items/${item.id}/attach`} aria-label={say('attachments.attachTo', { title: item.title })}>
          {say('attachments.attach')}
        </LinkButton>
      )}
    </div>
  );
}

interface AttachToItemProps {
  readonly meeting: Pick<Meeting, 'id' | 'viewerMay'>;
  readonly item: AgendaItem;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** One document for an item of the agenda. */
export function AttachToItem({ meeting, item, megabytes, idempotencyKey }: AttachToItemProps) {
  const say = useSay();
  const { allowed, refusal } = meeting.viewerMay.attachDocument;
  return (
    <>
      <PageHeader title={say('attachments.attach')} lead={<p>{say('attachments.to')} <bdi>{item.title}</bdi></p>} />
      {!allowed && refusal && <WhyNot label={say('attachments.attach')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <AttachForm name={fileForm} idempotencyKey={idempotencyKey} megabytes={megabytes} back={`/meetings/${meeting.id}#agenda`}>
          <p>{say('attachments.onAgenda')}</p>
        </AttachForm>
      )}
    </>
  );
}
