import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { sendFile } from '../base/send-file.ts';
import { AttachToResolution } from '../features/agreement/attach-to-resolution.tsx';
import { livesPage, type LivesAnswer } from '../features/agreement/life.graphql.ts';

/** The file of a council's resolution, `/agreement/resolutions/<id>/attach`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { agreementLives: lives } = await ask<LivesAnswer>(args, livesPage, { partnershipId: where.partnershipId });
  const found = lives.flatMap(({ id, parties }) => parties.map((acts) => ({ agreementId: id, acts }))).find(({ acts }) => acts.resolution?.id === args.params['resolutionId'] && acts.viewerMayRegister.allowed);
  if (!found) throw notFound(args);
  return { ...found, megabytes: args.context.megabytes, idempotencyKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => sendFile(args, { kind: 'councilResolution', id: args.params['resolutionId'] ?? '' }, '/agreement#acts');

export default function ResolutionAttachRoute() {
  return <AttachToResolution {...useLoaderData<typeof loader>()} />;
}
