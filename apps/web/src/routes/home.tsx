import { useLoaderData, useRouteLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ChoosePersona } from '../features/demo/choose-persona.tsx';
import { OpenInstanceLink } from '../features/instance/open-instance.tsx';
import { Welcome } from '../features/identity/welcome.tsx';
import { readMyTurn } from '../features/notices/my-turn.graphql.ts';
import { MyTurn } from '../features/notices/my-turn.tsx';
import { SendingTrouble } from '../features/notices/sending-trouble.tsx';
import { readSendingTrouble } from '../features/notices/sending-trouble.graphql.ts';
import { readSendingHold } from '../features/notices/sending-hold.graphql.ts';
import { SendingHoldBanner } from '../features/notices/sending-hold.tsx';
import { readAtHome } from '../features/parties/at-home.graphql.ts';
import { AtHome } from '../features/parties/at-home.tsx';
import { PublicRecord, recordAnchor } from '../features/public/public-record.tsx';
import { readPublicRecord } from '../features/public/public.graphql.ts';
import type { loader as rootLoader } from '../root.tsx';

/** How many PVs a visitor's first page tells. */
const latest = 10;

export async function loader(args: LoaderFunctionArgs) {
  const turn = await readMyTurn(args);
  return turn ? { turn, at: await readAtHome(args), hold: await readSendingHold(args), trouble: await readSendingTrouble(args), record: [] } : { turn: null, at: null, hold: null, trouble: null, record: await readPublicRecord(args, latest) };
}

/** « Mon tour » for who is signed in; for anybody else what this is, the way in, and what was decided. */
export default function Home() {
  const { turn, at, hold, trouble, record } = useLoaderData<typeof loader>();
  const demo = useRouteLoaderData<typeof rootLoader>('root')?.house.demo;
  const above = [hold && <SendingHoldBanner key="hold" hold={hold} />, trouble && <SendingTrouble key="trouble" trouble={trouble} />, at && <AtHome key="at" shown={at} />];
  if (turn) return <MyTurn turn={turn} above={above} seated={at?.seated ?? true} />;
  return (
    <>
      <Welcome recordAnchor={recordAnchor} />
      {demo && <ChoosePersona demo={demo} />}
      <PublicRecord record={record} extent="latest" />
      {demo && <OpenInstanceLink />}
    </>
  );
}
