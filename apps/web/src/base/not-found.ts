import { data, type LoaderFunctionArgs } from 'react-router';
import type { Trouble } from './ask.ts';

/** What a page throws when its subject is absent, or not this reader's. */
export const notFound = (args: LoaderFunctionArgs) => data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
