import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { readFile } from '../base/read-file.ts';
import { VerifyDocument } from '../features/public/verify-document.tsx';

/** `/verify`: is this file ours? For anybody. A hash that was typed has its own address. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const hash = new URL(request.url).searchParams.get('hash')?.trim();
  if (hash) throw redirect(`/verify/${encodeURIComponent(hash.replace(/\s+/g, ''))}`, 303);
  return { idempotencyKey: context.newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const read = await readFile(args, { kind: 'verification' });
  return 'kept' in read ? data(read.kept, { status: 422 }) : redirect(read.answer, 303);
}

export default function VerifyRoute() {
  return <VerifyDocument {...useLoaderData<typeof loader>()} />;
}
