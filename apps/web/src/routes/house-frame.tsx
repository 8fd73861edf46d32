import type { ReactNode } from 'react';
import { useMatches } from 'react-router';
import { useLeaving } from '../base/kept-here.ts';
import { useSay } from '../base/language.tsx';
import { DemoBar } from '../features/demo/demo-bar.tsx';
import { signOutPath } from '../features/identity/sign-out.graphql.ts';
import { Coordination, Whose } from '../features/identity/whose.tsx';
import { SearchEverything } from '../features/search/search-everything.tsx';
import { Frame } from '../ui/frame.tsx';
import type { HouseShown } from './house.ts';
import { linksOf, placesOf } from './places.ts';

/** Around every page: the demo's bar, whose page it is, its places. One whose handle says `bare` brings its own frame. */
export function HouseFrame({ house, pageKey, children }: { house: HouseShown | undefined; pageKey: string; children: ReactNode }) {
  const say = useSay();
  const leaving = useLeaving(house?.viewer?.seatIds ?? [], signOutPath);
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare);
  if (bare) return <>{children}</>;
  const { viewer = null, demo = null, waiting = 0 } = house ?? {};
  const places = placesOf(viewer, { say, waiting });
  return (
    <Frame
      above={demo && <DemoBar demo={demo} idempotencyKey={`${pageKey}.clock`} />}
      whose={viewer && <Whose viewer={viewer} nameless={demo !== null} idempotencyKey={`${pageKey}.signOut`} leaving={leaving} />}
      search={viewer?.partnership && <SearchEverything />}
      help={viewer?.coordination && <Coordination office={viewer.coordination} />}
      links={linksOf(viewer, say)}
      places={viewer ? places : []}
    >
      {children}
    </Frame>
  );
}
