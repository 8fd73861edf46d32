import { useState } from 'react';
import { useLive } from '../../base/live.ts';
import type { Meeting } from './meeting.graphql.ts';

/** What of a meeting changes while the committee sits. */
export type Sitting = Pick<Meeting, 'version' | 'state' | 'attendance' | 'movements' | 'guests' | 'hands' | 'quorum' | 'decisions' | 'viewerMay'>;

/** A page's own place in line, from the key that the server drew for it: the first 16 of its 128 bits. */
const turnOf = (pageKey: string): number => Number.parseInt(pageKey.slice(0, 4), 16) / 65_536 || 0;

/**
 * The meeting as it stands: the page's own, or what was read of the sitting since. While the committee sits a whole room watches
 * every voice, so that part is asked alone; what else an act may have changed follows.
 */
export function useSitting(meeting: Meeting, { partnershipId, pageKey }: { readonly partnershipId: string; readonly pageKey: string }): Meeting {
  const [read, setRead] = useState<Sitting & { readonly of: string }>();
  const path = `/meetings/${meeting.id}/sitting`;
  const quick = {
    alone: ['ballots'] as const,
    among: ['meetings'] as const,
    turn: turnOf(pageKey),
    read: async () => {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const sitting = (await answer.json()) as Sitting;
      setRead({ ...sitting, of: meeting.id });
    },
  };
  useLive(partnershipId, ['ballots', 'meetings', 'programme', 'minutes'], ['CONVENED', 'OPEN'].includes(meeting.state) ? quick : undefined);
  // Every act of the sitting raises the meeting's version: what is older than the page is not shown.
  return read?.of === meeting.id && read.version > meeting.version ? { ...meeting, ...read } : meeting;
}
