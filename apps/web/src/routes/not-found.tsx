import { data, type LoaderFunctionArgs } from 'react-router';
import type { Trouble } from '../base/ask.ts';

/** Any address that leads nowhere: the same answer as an object one may not see. */
export function loader({ context }: LoaderFunctionArgs): never {
  const trouble: Trouble = { code: 'NOT_FOUND', requestId: context.requestId };
  throw data(trouble, { status: 404 });
}

export default function NotFound() {
  return null;
}
