import { sameText } from '#platform';
import type { Pending } from './kept-files.js';

/** Five tries, thirty minutes: as a sign-in code, with time to walk to the mailbox. */
const limits = { tries: 5, minutes: 30 } as const;
const again = 'Relancez passerelle init pour en recevoir un autre.';

/** The state after a try, counted though it is wrong, and what to say when it is. Pure. */
export function judgeCode(pending: Pending, { code, expected, now }: { code: string; expected: string; now: Date }): { pending: Pending; problem: string | null } {
  const age = now.getTime() - new Date(pending.sentAt).getTime();
  if (age < 0 || age > limits.minutes * 60_000) return { pending, problem: `Ce code a plus de ${limits.minutes} minutes. ${again}` };
  if (pending.tries >= limits.tries) return { pending, problem: `Ce code a été essayé ${limits.tries} fois. ${again}` };
  const tried = { ...pending, tries: pending.tries + 1 };
  if (sameText(code.replace(/[\s-]/g, ''), expected)) return { pending: { ...tried, confirmed: true }, problem: null };
  const left = limits.tries - tried.tries;
  return { pending: tried, problem: left > 0 ? `Ce n’est pas le bon code ; il reste ${left} essai${left > 1 ? 's' : ''}.` : `Ce n’est pas le bon code. ${again}` };
}
