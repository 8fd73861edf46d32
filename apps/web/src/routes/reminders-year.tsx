import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { askedYear, playedYearDocument, type PlayedYear } from '../features/notices/played-year.graphql.ts';
import { PlayedYearPage } from '../features/notices/played-year.tsx';

/** A year of reminders, played: `/reminders/year?year=2027&pace=LATE`. Without a year, the one to come. */
export async function loader(args: LoaderFunctionArgs) {
  const { partnershipId: id } = await here(args);
  const asked = askedYear(new URL(args.request.url).searchParams);
  const { playedYear } = await ask<{ playedYear: PlayedYear | null }>(args, playedYearDocument, { id, ...asked });
  return { played: playedYear, asked };
}

export default function RemindersYearRoute() {
  return <PlayedYearPage {...useLoaderData<typeof loader>()} />;
}
