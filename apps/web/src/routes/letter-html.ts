import type { LoaderFunctionArgs } from 'react-router';
import { letterPage } from '../features/notices/letter-files.ts';
import { readLetter } from '../features/notices/mailbox.graphql.ts';

/** What stands in the letter's frame. */
export const loader = async (args: LoaderFunctionArgs) => letterPage(await readLetter(args));
