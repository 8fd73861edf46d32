import type { ActionFunctionArgs } from 'react-router';
import { passkeyStep } from '../features/identity/passkey.graphql.ts';

/** Opened as a page, it says that it is none. */
export const loader = (): Response => new Response(null, { status: 405, headers: { allow: 'POST' } });

/** Where a page's script speaks of keys with the server; it has no page. */
export const action = (args: ActionFunctionArgs): Promise<Response> => passkeyStep(args);
