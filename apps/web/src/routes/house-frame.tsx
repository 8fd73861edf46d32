import type { ReactNode } from 'react';
import { useMatches } from 'react-router';
import { useSay } from '../base/language.tsx';
import { DemoBar } from '../features/demo/demo-bar.tsx';
import { Coordination, MyDevices, Whose } from '../features/identity/whose.tsx';
import { MyDataLink } from '../features/privacy/my-data-link.tsx';
import { PeopleLinks } from '../features/parties/at-home.tsx';
import { Frame } from '../ui/frame.tsx';
import type { HouseShown } from './house.ts';

/** Around every page: the demo's bar, whose page it is, the four places. A page whose handle says `bare` brings its own frame. */
export function HouseFrame({ house, pageKey, children }: { house: HouseShown | undefined; pageKey: string; children: ReactNode }) {
  const say = useSay();
  const bare = useMatches().some(({ handle }) => (handle as { bare?: boolean } | undefined)?.bare);
  if (bare) return <>{children}</>;
  const { viewer = null, demo = null, waiting = 0 } = house ?? {};
  const places = [
    { to: '/', icon: 'home' as const, label: say('web.places.turn'), count: waiting },
    { to: '/plans', icon: 'board' as const, label: say('web.places.plan') },
    { to: '/meetings', icon: 'people' as const, label: say('web.places.meetings') },
    { to: '/minutes', icon: 'document' as const, label: say('web.places.minutes') },
  ];
  return (
    <Frame
      above={demo && <DemoBar demo={demo} idempotencyKey={`${pageKey}.clock`} />}
      whose={viewer && <Whose viewer={viewer} nameless={demo !== null} idempotencyKey={`${pageKey}.signOut`} />}
      help={viewer && <><PeopleLinks /><MyDevices /><MyDataLink />{viewer.coordination && <Coordination office={viewer.coordination} />}</>}
      places={viewer ? places : []}
    >
      {children}
    </Frame>
  );
}
