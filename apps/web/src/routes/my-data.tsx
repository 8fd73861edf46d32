import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { askAddress, chooseRhythm, confirmAddress, correct, erase, readMyData } from '../features/privacy/my-data.graphql.ts';
import { MyData } from '../features/privacy/my-data.tsx';

export const loader = async (args: LoaderFunctionArgs) => ({ shown: await readMyData(args), pageKey: args.context.newKey(), done: new URL(args.request.url).searchParams.get('done') });

export const action = (args: ActionFunctionArgs) => actAmong(args, { correct, chooseRhythm, askAddress, confirmAddress, erase });

export default function MyDataRoute() {
  return <MyData {...useLoaderData<typeof loader>()} />;
}
