import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { readSearch } from '../features/search/search.graphql.ts';
import { SearchPage } from '../features/search/search-page.tsx';
import { ownPath, publicPath } from './found-path.ts';

/** Everything that may be read, asked by its words: `/search?text=refugie`. */
export const loader = async (args: LoaderFunctionArgs) => ({ shown: await readSearch(args) });

export default function SearchRoute() {
  const { shown } = useLoaderData<typeof loader>();
  return <SearchPage shown={shown} pathTo={shown.publicly ? publicPath : ownPath} />;
}
