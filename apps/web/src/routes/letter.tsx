import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Letter } from '../features/notices/letter.tsx';
import { readLetter } from '../features/notices/mailbox.graphql.ts';

export const loader = async (args: LoaderFunctionArgs) => {
  const { html: _framed, ...letter } = await readLetter(args);
  return { letter };
};

export default function LetterRoute() {
  return <Letter {...useLoaderData<typeof loader>()} />;
}
