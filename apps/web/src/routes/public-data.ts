import type { LoaderFunctionArgs } from 'react-router';
import { openDataOf } from '../features/public/public-feed.ts';
import { readPublicRecord } from '../features/public/public.graphql.ts';

/** The public record as open data (F51). */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const record = await readPublicRecord(args, 100);
  return Response.json(openDataOf(record, { origin: new URL(args.request.url).origin, language: args.context.language }));
}
