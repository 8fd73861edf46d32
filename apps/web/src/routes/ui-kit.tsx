import { data, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { ask } from '../base/ask.ts';
import { tryGraphql, trying } from '../ui-kit/trying.ts';
import { UiKit } from '../ui-kit/page.tsx';
import { samples } from '../ui-kit/samples.ts';

/** The living page of components exists in a demo only; elsewhere it is not found. */
export async function loader(args: LoaderFunctionArgs) {
  const { demo, newKey, requestId, language } = args.context;
  if (!demo) throw data({ code: 'NOT_FOUND', requestId }, { status: 404 });
  const { __typename } = await ask<{ __typename: string }>(args, '{ __typename }');
  const done = new URL(args.request.url).searchParams.get('done');
  return { idempotencyKey: newKey(), texts: language === 'ar' ? samples.ar : samples.fr, api: __typename, done };
}

export const action = (args: ActionFunctionArgs) => act({ ...args, context: { ...args.context, graphql: tryGraphql(args.context.language) } }, trying);

/** It shows a frame of its own, with sample places. */
export const handle = { bare: true };

export default function UiKitRoute() {
  return <UiKit {...useLoaderData<typeof loader>()} />;
}
