import { accepted, type Answer, type Decided } from '#kernel';
import { presenceNow, revokeProxy, takesPart, type Attendance } from './attendance.js';
import { told } from './facts.js';
import type { Meeting } from './meeting.js';
import { attendanceIsClosed, notSeated, proxiesAreOff, proxyHolderFull, proxyHolderUnfit, proxyPrincipalThere } from './refusals.js';
import type { CommitteeRules, Proxies } from './rules.js';
import { isHeldAt, type Seat } from './seat.js';

/** How many powers one member may carry; none where the rule says nothing (C5 Q5). A power stays inside its party: a side never speaks for the other. */
const most: Readonly<Record<Proxies, number>> = { OFF: 0, ONE_PER_MEMBER: 1, TWO_PER_MEMBER: 2 };
export const proxiesPerHolder = (rules: CommitteeRules): number => most[rules.proxies.value];

interface World {
  readonly at: Date;
  readonly seats: readonly Seat[];
  readonly attendance: Attendance;
}

/** Has this member a voice of her own to give? One per party: its co-president's. */
function hasVoice({ category, votes }: Seat, { voters }: CommitteeRules): boolean {
  if (voters.value === 'PARTY') return category === 'CO_PRESIDENT';
  return votes && (voters.value !== 'ELECTED' || category === 'CO_PRESIDENT' || category === 'ELECTED');
}

/** May this member carry a colleague's voice? One of her own party, with a voice of her kind. */
function mayHold(holder: Seat, principal: Seat, { rules, at }: { rules: CommitteeRules; at: Date }): boolean {
  const ofItsKind = rules.voters.value !== 'ELECTED' || holder.category === 'CO_PRESIDENT' || holder.category === 'ELECTED';
  return holder.id !== principal.id && holder.partyId === principal.partyId && holder.votes && isHeldAt(holder, at) && ofItsKind;
}

/**
 * Who votes for the absent, by the absent one's seat. A power counts while its holder is there and its giver is not, as many for one holder
 * as the rule allows, in the order of the seats; it never counts for the quorum (product default, as L. 2121-20 and L. 2121-17 CGCT do).
 */
export function powersThatCount({ at, seats, attendance }: World, rules: CommitteeRules): ReadonlyMap<string, Seat> {
  const carried = new Map<string, number>();
  const counting = new Map<string, Seat>();
  for (const seat of seats) {
    const power = attendance.proxies.find(({ seatId }) => seatId === seat.id);
    const holder = power && seats.find(({ id }) => id === power.holderSeatId);
    if (!holder || !isHeldAt(seat, at) || !hasVoice(seat, rules) || takesPart(presenceNow(attendance, seat.id)) || !takesPart(presenceNow(attendance, holder.id))) continue;
    const held = carried.get(holder.id) ?? 0;
    if (!mayHold(holder, seat, { rules, at }) || held >= proxiesPerHolder(rules)) continue;
    carried.set(holder.id, held + 1);
    counting.set(seat.id, holder);
  }
  return counting;
}

/** « This absent member's voice is carried by that one »; without a holder, nobody's any more. */
export interface GiveProxy {
  readonly seat: Seat;
  readonly holder: Seat | null;
  readonly at: Date;
}

type Sheet = { readonly meeting: Meeting; readonly attendance: Attendance; readonly rules: CommitteeRules };

const aboutMeeting = ({ partnershipId, id }: Meeting) => ({ partnershipId, subject: { kind: 'meeting', id } });

/**
 * Notes a power, from the convocation until the meeting closes; a ballot already open keeps its roll.
 * @returns refused ATTENDANCE_CLOSED, PROXIES_OFF, NOT_SEATED, PROXY_PRINCIPAL_THERE, PROXY_HOLDER_UNFIT or PROXY_HOLDER_FULL.
 */
export function giveProxy(sheet: Sheet, { seat, holder, at }: GiveProxy): Answer<Decided<Attendance>> {
  const { meeting, attendance, rules } = sheet;
  if (meeting.state !== 'CONVENED' && meeting.state !== 'OPEN') return attendanceIsClosed(meeting.state);
  if (!holder) return accepted(revokeProxy(meeting, attendance, { seatId: seat.id, at }));
  const { source } = rules.proxies;
  if (proxiesPerHolder(rules) === 0) return proxiesAreOff(source);
  if (!isHeldAt(seat, at)) return notSeated(seat.name);
  if (takesPart(presenceNow(attendance, seat.id))) return proxyPrincipalThere(seat.name, source);
  if (!hasVoice(seat, rules) || !mayHold(holder, seat, { rules, at })) return proxyHolderUnfit(holder.name, source);
  if (attendance.proxies.some(({ seatId, holderSeatId }) => seatId === seat.id && holderSeatId === holder.id)) return accepted({ state: attendance, facts: [] });
  const others = attendance.proxies.filter(({ seatId }) => seatId !== seat.id);
  if (others.filter(({ holderSeatId }) => holderSeatId === holder.id).length >= proxiesPerHolder(rules)) return proxyHolderFull(holder.name, proxiesPerHolder(rules), source);
  const fact = told('ProxyGiven', aboutMeeting(meeting), { seatId: seat.id, holderSeatId: holder.id, at: at.toISOString() });
  return accepted({ state: { ...attendance, proxies: [...others, { seatId: seat.id, holderSeatId: holder.id }] }, facts: [fact] });
}
