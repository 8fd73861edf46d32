import type { ActionFunctionArgs } from 'react-router';
import { saveSheet } from '../features/programme/save-sheet.ts';

/** Where a draft saves itself; it has no page. */
export const action = (args: ActionFunctionArgs): Promise<Response> => saveSheet(args);
