import { data, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';
import { sittingFields } from './meeting.graphql.ts';
import type { Sitting } from './sitting.ts';

const sittingNow = `query Sitting($id: ID!) { meeting(id: $id) { state ${sittingFields} } }`;

/** One small question in place of the page's seven. @throws Response as `ask`; 404 when there is no such meeting for this reader */
export async function readSitting(args: LoaderFunctionArgs): Promise<Sitting> {
  const { meeting } = await ask<{ meeting: Sitting | null }>(args, sittingNow, { id: args.params['meetingId'] });
  if (!meeting) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId }, { status: 404 });
  return meeting;
}
