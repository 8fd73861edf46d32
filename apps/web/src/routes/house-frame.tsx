import type { FormEvent, ReactNode } from 'react';
import { useMatches, useNavigate } from 'react-router';
import { keepsWordsOf } from '../base/kept-here.ts';
import { useSay } from '../base/language.tsx';
import { DemoBar } from '../features/demo/demo-bar.tsx';
import { devicesPath } from '../features/identity/devices.graphql.ts';
import { signOutPath } from '../features/identity/sign-out.graphql.ts';
import { Coordination, Whose } from '../features/identity/whose.tsx';
import { SearchEverything } from '../features/search/search-everything.tsx';
import { myDataPath } from '../features/privacy/my-data.graphql.ts';
import { Frame } from '../ui/frame.tsx';
import type { HouseShown } from './house.ts';
import { placesOf } from './places.ts';

/** Words kept in this browser are sent or deleted before their writer leaves a device that others may use. */
function useLeaving(seatIds: readonly string[]): (event: FormEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    if (!keepsWordsOf(seatIds)) return;
    event.preventDefault();
    event.stopPropagation();
    void navigate(signOutPath);
  };
}

/** Around every page: the demo's bar, whose page it is, its places. One whose handle says `bare` brings its own frame. */
export function HouseFrame({ house, pageKey, children }: { house: HouseShown | undefined; pageKey: string; children: ReactNode }) {
  const say = useSay();
  const leaving = useLeaving(house?.viewer?.seatIds ?? []);
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare);
  if (bare) return <>{children}</>;
  const { viewer = null, demo = null, waiting = 0 } = house ?? {};
  const places = placesOf(viewer, { say, waiting });
  const links = [
    ...(viewer?.capabilities.includes('COMMITTEE') ? [{ to: '/actions', label: say('webActions.place') }] : []),
    ...(viewer?.partnership ? [{ to: '/agreement', label: say('webLife.place') }, { to: '/parties', label: say('webPartnership.title') }, { to: '/people', label: say('webParties.people.title') }, { to: '/rules', label: say('webRules.title') }] : []),
    { to: '/who-may', label: say('webParties.whoMay.title') },
    { to: devicesPath, label: say('webIdentity.devices.link') },
    { to: myDataPath, label: say('privacy.myData.place') },
  ];
  return (
    <Frame
      above={demo && <DemoBar demo={demo} idempotencyKey={`${pageKey}.clock`} />}
      whose={viewer && <Whose viewer={viewer} nameless={demo !== null} idempotencyKey={`${pageKey}.signOut`} leaving={leaving} />}
      search={viewer?.partnership && <SearchEverything />}
      help={viewer?.coordination && <Coordination office={viewer.coordination} />}
      links={viewer ? links : []}
      places={viewer ? places : []}
    >
      {children}
    </Frame>
  );
}
