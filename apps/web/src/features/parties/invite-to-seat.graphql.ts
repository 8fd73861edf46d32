import type { Here } from '../../base/here.ts';

const arabic: readonly string[] = ['MA', 'PS', 'DZ', 'LB', 'TN', 'MR', 'JO'];

/** The language people of this party are first written to in; the form lets it be changed. */
export const partyLanguage = ({ parties }: Here, partyId: string): 'fr' | 'ar' => {
  const country = parties.find(({ id }) => id === partyId)?.territory.country ?? '';
  return arabic.includes(country) ? 'ar' : 'fr';
};

/** The first day proposed: the day after the mandate that ends, if one does; today otherwise. A civil day, without zone. */
export function firstDayOf(today: string, after: string | null): string {
  if (!after || !/^\d{4}-\d{2}-\d{2}$/.test(after) || after < today) return today;
  const next = new Date(`${after}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
