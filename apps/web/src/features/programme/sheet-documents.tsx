import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { AttachForm } from '../../ui/attach-form.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Documents, DocumentSection } from '../../ui/documents.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { Sheet } from './sheet.graphql.ts';

/** What is joined to the fiche, and the way to join more. Nothing is shown where there is nothing to read or to do. */
export function SheetDocuments({ sheet, pageKey }: { sheet: Sheet; pageKey: string }) {
  const say = useSay();
  const { attachments, viewerMay } = sheet;
  const { allowed } = viewerMay.attachDocument;
  if (attachments.length === 0 && !allowed) return null;
  const action = allowed && (
    <p>
      <LinkButton icon="plus" to={`/sheets/${sheet.id}/attach`}>
        {say('attachments.attach')}
      </LinkButton>
    </p>
  );
  return (
    <DocumentSection id="documents" action={action}>
      {attachments.length === 0 ? <p>{say('attachments.none')}</p> : <Documents documents={attachments} removal="detachFromSheet" pageKey={pageKey} />}
    </DocumentSection>
  );
}

interface AttachToSheetProps {
  readonly sheet: Sheet;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** One document for a fiche. */
export function AttachToSheet({ sheet, megabytes, idempotencyKey }: AttachToSheetProps) {
  const say = useSay();
  const { allowed, refusal } = sheet.viewerMay.attachDocument;
  return (
    <>
      <PageHeader title={say('attachments.attach')} lead={<p>{say('attachments.to')} <bdi>{sheet.title}</bdi></p>} />
      {!allowed && refusal && <WhyNot label={say('attachments.attach')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <AttachForm name={fileForm} idempotencyKey={idempotencyKey} megabytes={megabytes} back={`/sheets/${sheet.id}#documents`}>
          {sheet.submittedAt === null && <p>{say('attachments.inDraft')}</p>}
        </AttachForm>
      )}
    </>
  );
}
