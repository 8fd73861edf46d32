import { accepted } from '#kernel';
import { told, type DeliberationFact } from './facts.js';
import { coPresidentAt, requested, requestOf } from './finalising.js';
import { aboutMinutes, type DecidedMinutes, type Minutes, type SignatureRequest } from './minutes.js';
import type { Seat } from './seat.js';

/**
 * Brings the pending requests in line with who holds each office now (AT-23): a request whose mandate ended LAPSES, the successor is asked;
 * a signature already given stays, in the capacity valid that day. Nothing pending has changed: nothing happens.
 */
export function followMandates(minutes: Minutes, world: { readonly seats: readonly Seat[]; readonly at: Date }): DecidedMinutes {
  if (minutes.state !== 'FINAL' && minutes.state !== 'PARTIALLY_SIGNED') return accepted({ state: minutes, facts: [] });
  const { seats, at } = world;
  const facts: DeliberationFact[] = [];
  const requests: SignatureRequest[] = [];
  const inOffice = (request: SignatureRequest): boolean => {
    const holder = coPresidentAt(seats, request.partyId, at);
    return holder?.id === request.seatId && holder.personId === request.personId;
  };
  for (const request of minutes.requests) {
    const lapses = request.state === 'REQUESTED' && !inOffice(request);
    requests.push(lapses ? { ...request, state: 'LAPSED' } : request);
    const { partyId, seatId, personId } = request;
    if (lapses) facts.push(told('SignatureRequestLapsed', aboutMinutes(minutes), { version: minutes.version, partyId, seatId, personId, cause: 'MANDATE_ENDED', at: at.toISOString() }));
  }
  for (const { id: partyId } of minutes.facts.parties) {
    const answeredOrAsked = requests.some((request) => request.partyId === partyId && (request.state === 'SIGNED' || request.state === 'REQUESTED'));
    const successor = coPresidentAt(seats, partyId, at);
    if (answeredOrAsked || !successor) continue;
    const request = requestOf(successor, at);
    requests.push(request);
    facts.push(requested(minutes, request));
  }
  return accepted({ state: facts.length > 0 ? { ...minutes, requests } : minutes, facts });
}
