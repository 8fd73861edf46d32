import type { Deed } from '../../base/act.ts';
import { wayBack } from '../../base/way-back.ts';

/** Where the clock's forms post; also a page, shown when a date is refused. */
export const clockPath = '/demo-clock';

/** Moves the demo's clock to a day, five past nine in Paris; what was due on the way is sent at once. */
export const moveClock: Deed<{ today: string }> = {
  document: 'mutation MoveClock($input: MoveDemoClockInput!) { moveDemoClock(input: $input) { ... on Demo { today } ...refused } }',
  variables: (form) => ({ input: { to: form.text('jump') || form.text('to') } }),
  done: (_demo, form) => wayBack(form.text('back')),
};
