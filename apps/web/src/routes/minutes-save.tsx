import type { ActionFunctionArgs } from 'react-router';
import { saveMinutes } from '../features/deliberation/save-minutes.ts';

/** Opened as a page, it says that it is none. */
export const loader = (): Response => new Response(null, { status: 405, headers: { allow: 'POST' } });

/** Where a PV's draft saves itself; it has no page. */
export const action = (args: ActionFunctionArgs): Promise<Response> => saveMinutes(args);
