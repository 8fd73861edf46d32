import { useLoaderData, useRouteLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ChoosePersona } from '../features/demo/choose-persona.tsx';
import { Welcome } from '../features/identity/welcome.tsx';
import { readMyTurn } from '../features/notices/my-turn.graphql.ts';
import { MyTurn } from '../features/notices/my-turn.tsx';
import type { loader as rootLoader } from '../root.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ turn: await readMyTurn(args) });

/** « Mon tour » for who is signed in; for a stranger what this is and the way in. */
export default function Home() {
  const { turn } = useLoaderData<typeof loader>();
  const demo = useRouteLoaderData<typeof rootLoader>('root')?.house.demo;
  if (turn) return <MyTurn turn={turn} />;
  return (
    <>
      <Welcome />
      {demo && <ChoosePersona demo={demo} />}
    </>
  );
}
