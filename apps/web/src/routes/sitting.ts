import type { LoaderFunctionArgs } from 'react-router';
import { readSitting } from '../features/deliberation/sitting.graphql.ts';

/** What changes while the committee sits, `/meetings/<id>/sitting`: the page of the meeting asks it again at each ring; it has no page. */
export const loader = async (args: LoaderFunctionArgs): Promise<Response> => Response.json(await readSitting(args));
