import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { useSay } from '../base/language.tsx';
import { notFound } from '../base/not-found.ts';
import { fileForm, sendFile } from '../base/send-file.ts';
import { paperPage, paperPath, type PaperAnswer } from '../features/deliberation/paper.graphql.ts';
import { AttachForm } from '../ui/attach-form.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** The scan of a paper, `/joining/minutes/<id>/attach`. */
export async function loader(args: LoaderFunctionArgs) {
  const { paperMinutes: paper } = await ask<PaperAnswer>(args, paperPage, { id: args.params['id'] });
  if (!paper?.viewerMay.change.allowed) throw notFound(args);
  return { id: paper.id, number: paper.number, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => sendFile(args, { kind: 'paperMinutes', id: args.params['id'] ?? '' }, paperPath(args.params['id'] ?? ''));

export default function PaperAttachRoute() {
  const say = useSay();
  const { id, number, megabytes, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader eyebrow={say('webJoining.paperTitle', { number })} title={say('webJoining.page.attach')} />
      <AttachForm name={fileForm} idempotencyKey={idempotencyKey} megabytes={megabytes} back={paperPath(id)}>
        <p>{say('webJoining.page.attachLead')}</p>
      </AttachForm>
    </>
  );
}
