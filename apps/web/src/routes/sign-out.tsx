import { redirect, type ActionFunctionArgs } from 'react-router';
import { act } from '../base/act.ts';
import { signOut } from '../features/identity/sign-out.graphql.ts';

/** Nothing to see: the way out is a form on every page. */
export const loader = () => redirect('/', 303);

export const action = (args: ActionFunctionArgs) => act(args, signOut);

export default function SignOutRoute() {
  return null;
}
