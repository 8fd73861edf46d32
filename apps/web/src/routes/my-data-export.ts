import type { LoaderFunctionArgs } from 'react-router';
import { exportFile, readMyDataExport } from '../features/privacy/my-data.graphql.ts';

/** One's own data as a file. */
export const loader = async (args: LoaderFunctionArgs): Promise<Response> => exportFile(await readMyDataExport(args));
