import { say } from '#phrases';
import { mayView, type ReadTx } from '#platform';
import { isBehind, readAsSpeaker, type Wordings } from '../domain/languages.js';
import type { Minutes } from '../domain/minutes.js';
import { languagesOf } from '../domain/minutes-content.js';
import { notAllowed } from '../domain/refusals.js';
import type { MinutesRow } from '../store/minutes.entity.js';
import type { Committee } from './committee.reader.js';
import type { MinutesLinkType, MinutesProseType } from './minutes.types.js';

/** A PV named from another one. */
export const linkTo = ({ id, number, state }: Pick<MinutesRow, 'id' | 'number' | 'state'>): MinutesLinkType => ({ id, number, state: state as MinutesLinkType['state'] });

/** The words of a PV, each language with its writer; those that do not make law say whether a speaker has read them. */
export function proseView(tx: ReadTx, { row, minutes, committee }: { row: MinutesRow; minutes: Minutes; committee: Committee }): MinutesProseType[] {
  const { actor, language: reading } = tx.ctx;
  const { authoritative } = committee.rules.languages.value;
  const wordings = (row.wording ?? {}) as Wordings;
  const officeOf = (seatId: string | undefined): string | null => {
    const seat = committee.shownSeats.find((held) => held.seatId === seatId);
    return seat ? (reading === 'ar' ? seat.officeAr : seat.office) : null;
  };
  const seat = committee.seats.find(({ personId }) => personId === actor?.personId);
  return languagesOf(minutes.prose).map((language) => {
    const { discussions = '', reservations = '', nextMeeting = '' } = minutes.prose[language] ?? {};
    const wording = wordings[language];
    const readBy = language === authoritative ? null : officeOf(wording?.read?.seatId);
    const read = readBy === null ? say(reading, 'minutes.speaker.unread') : say(reading, 'minutes.speaker.read', { office: readBy });
    const standing = isBehind(wordings, language, authoritative) ? `${read} ${say(reading, 'minutes.speaker.behind')}` : read;
    const may = seat && language !== authoritative ? readAsSpeaker(minutes, wordings, { language, seat, at: tx.now() }) : notAllowed();
    return {
      language, reservations, nextMeeting, readBy,
      discussion: discussions,
      writtenBy: officeOf(wording?.seatId),
      version: wording?.version ?? null,
      standing: language === authoritative ? null : standing,
      mayRead: mayView(may),
    };
  });
}
