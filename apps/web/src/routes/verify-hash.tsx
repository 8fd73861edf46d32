import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { readVerification } from '../features/public/verify.graphql.ts';
import { VerifiedDocument } from '../features/public/verified-document.tsx';
import { VerifyDocument } from '../features/public/verify-document.tsx';

/** `/verify/<hash>`: where the QR code of a PV leads, and where a file that was sent in is judged. */
export async function loader(args: LoaderFunctionArgs) {
  const of: 'file' | 'hash' = new URL(args.request.url).searchParams.has('file') ? 'file' : 'hash';
  return { of, idempotencyKey: args.context.newKey(), ...(await readVerification(args)) };
}

export default function VerifyHashRoute() {
  const { of, idempotencyKey, ...answer } = useLoaderData<typeof loader>();
  if ('refused' in answer) return <VerifyDocument idempotencyKey={idempotencyKey} refused={answer.refused} />;
  return <VerifiedDocument verification={answer.verification} of={of} />;
}
