import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { saveSheet } from '../features/programme/save-sheet.ts';

/** Opened as a page, it leads to the fiche. */
export const loader = ({ params }: LoaderFunctionArgs): Response => redirect(`/sheets/${encodeURIComponent(params['sheetId'] ?? '')}`, 303);

/** Where a draft saves itself; it has no page. */
export const action = (args: ActionFunctionArgs): Promise<Response> => saveSheet(args);
