import { data, type LoaderFunctionArgs } from 'react-router';
import type { Trouble } from './ask.ts';

/** What a page throws when its subject is absent, or not this reader's. */
export const notFound = (args: LoaderFunctionArgs) => data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });

/** What a page throws to a reader who is known here and may not do what it is for. */
export const notAllowed = (args: LoaderFunctionArgs) => data({ code: 'NOT_ALLOWED', requestId: args.context.requestId } satisfies Trouble, { status: 403 });
