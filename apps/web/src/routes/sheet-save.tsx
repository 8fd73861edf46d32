import type { ActionFunctionArgs } from 'react-router';
import { saveSheet } from '../features/programme/save-sheet.ts';

/** Opened as a page, it says that it is none. */
export const loader = (): Response => new Response(null, { status: 405, headers: { allow: 'POST' } });

/** Where a draft saves itself; it has no page. */
export const action = (args: ActionFunctionArgs): Promise<Response> => saveSheet(args);
