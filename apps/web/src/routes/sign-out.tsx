import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { ActForm } from '../base/act-form.tsx';
import { useSay } from '../base/language.tsx';
import { signOut, signOutPath } from '../features/identity/sign-out.graphql.ts';
import { WordsBeforeLeaving } from '../features/programme/words-before-leaving.tsx';
import { Button } from '../ui/button.tsx';
import { readHouse } from './house.ts';

/** The way out is a form on every page; this one asks what becomes of words kept in the browser. Nobody signed in: there is nothing to leave. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await readHouse(args);
  return viewer ? { seatIds: viewer.seatIds, pageKey: args.context.newKey() } : redirect('/', 303);
}

export const action = (args: ActionFunctionArgs) => act(args, signOut);

export default function SignOutRoute() {
  const say = useSay();
  const { seatIds, pageKey } = useLoaderData<typeof loader>();
  return (
    <WordsBeforeLeaving seatIds={seatIds}>
      <ActForm idempotencyKey={`${pageKey}.leave`} action={signOutPath} name="leave">
        <Button>{say('webIdentity.signOut')}</Button>
      </ActForm>
    </WordsBeforeLeaving>
  );
}
