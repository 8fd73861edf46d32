import type { ActionFunctionArgs } from 'react-router';
import { passkeyStep } from '../features/identity/passkey.graphql.ts';

/** Where a page's script speaks of keys with the server; it has no page. */
export const action = (args: ActionFunctionArgs): Promise<Response> => passkeyStep(args);
