import type { LoaderFunctionArgs } from 'react-router';
import { rssOf } from '../features/public/public-feed.ts';
import { readPublicRecord } from '../features/public/public.graphql.ts';

/** The feed of executory decisions (F51). */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const record = await readPublicRecord(args, 50);
  const body = rssOf(record, { origin: new URL(args.request.url).origin, language: args.context.language });
  return new Response(body, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
}
