import type { Say } from '../base/language.tsx';
import { devicesPath } from '../features/identity/devices.graphql.ts';
import type { Capability } from '../features/identity/viewer.graphql.ts';
import { myCalendarPath } from '../features/notices/my-calendar.graphql.ts';
import { myDataPath } from '../features/privacy/my-data.graphql.ts';
import type { Place } from '../ui/navigation.tsx';
import type { HouseShown } from './house.ts';

/** Where one can go in this partnership: only what its agreement gives it, so that no place is ever empty by nature. Without a seat, one's own page alone. */
export function placesOf(viewer: HouseShown['viewer'], { say, waiting }: { say: Say; waiting: number }): Place[] {
  const has = (capability: Capability): boolean => viewer !== null && viewer.capabilities.includes(capability);
  const turn = { to: '/', icon: 'home', label: say('web.places.turn'), count: waiting } as const;
  const plan = { to: '/plans', icon: 'board', label: say('web.places.plan') } as const;
  const committee = [{ to: '/meetings', icon: 'people', label: say('web.places.meetings') } as const, { to: '/minutes', icon: 'document', label: say('web.places.minutes') } as const];
  const parties = { to: '/parties', icon: 'globe', label: say('web.places.parties') } as const;
  if (viewer?.partnership === null) return [turn];
  return [turn, ...(has('PLAN') ? [plan] : []), ...(has('COMMITTEE') ? committee : [parties])];
}

/** What a convention has and no other form of agreement: its page is « La convention » there, « L’accord » elsewhere. */
const isConvention = (viewer: NonNullable<HouseShown['viewer']>): boolean => viewer.capabilities.includes('TERM');

/** At the foot of every page of a signed-in reader. */
export function linksOf(viewer: HouseShown['viewer'], say: Say): { readonly to: string; readonly label: string }[] {
  if (!viewer) return [];
  const agreement = { to: '/agreement', label: say(isConvention(viewer) ? 'webLife.place' : 'webLife.placeOther') };
  return [
    ...(viewer.capabilities.includes('COMMITTEE') ? [{ to: '/actions', label: say('webActions.place') }] : []),
    ...(viewer.partnership ? [agreement, { to: '/parties', label: say('webPartnership.title') }, { to: '/people', label: say('webParties.people.title') }, { to: '/rules', label: say('webRules.title') }] : []),
    ...(viewer.follows ? [{ to: '/reminders', label: say('webReminders.place') }] : []),
    { to: '/who-may', label: say('webParties.whoMay.title') },
    { to: devicesPath, label: say('webIdentity.devices.link') },
    ...(viewer.partnership ? [{ to: myCalendarPath, label: say('webReminders.feed.title') }] : []),
    { to: myDataPath, label: say('privacy.myData.place') },
  ];
}
