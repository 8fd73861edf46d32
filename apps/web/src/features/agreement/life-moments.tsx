import type { ReactNode } from 'react';
import { CivilDate } from '../../base/dates.tsx';
import { useSay, type Say } from '../../base/language.tsx';
import { Timeline, type Moment } from '../../ui/timeline.tsx';
import type { Life, PartyActs } from './life.graphql.ts';

type Dated = { readonly id: string; readonly on: string; readonly title: ReactNode; readonly state?: Moment['state'] };

/** Days of one party's acts, those that are known. */
function ofParty({ party, resolution, signature, transmission, visa }: PartyActs, say: Say): Dated[] {
  const named = { party: party.shortName };
  const dated = (key: string, on: string | null | undefined, state?: Moment['state']): Dated[] => (on ? [{ id: `${key}-${party.id}`, on, title: say(`webLife.timeline.${key}` as 'webLife.timeline.RESOLUTION', named), ...(state && { state }) }] : []);
  return [
    ...dated('RESOLUTION', resolution?.decidedOn),
    ...dated('SENT', transmission?.sentOn),
    ...dated('PREFECTURE', transmission?.receivedOn),
    ...dated('PUBLISHED', transmission?.publishedOn),
    ...dated('SIGNATURE', signature?.signedOn),
    ...dated(visa?.decision === 'REFUSED' ? 'VISA_REFUSED' : 'FOREIGN_VISA', visa?.decision ? visa.decidedOn : null, visa?.decision === 'REFUSED' ? 'missed' : undefined),
  ];
}

function ofAgreement({ effect, period, notices, reviews, endsOn, state }: Life, say: Say): Dated[] {
  const dated = (id: string, on: string | null, title: string): Dated[] => (on ? [{ id, on, title }] : []);
  return [
    ...(state === 'DRAFT' ? [] : dated('effect', effect.on, say('webLife.timeline.EFFECT'))),
    ...(period && period.ordinal > 1 ? dated('period', period.from, say('webLife.timeline.RENEWED', { ordinal: period.ordinal })) : []),
    ...reviews.flatMap(({ id, ordinal, reviewedOn }) => dated(id, reviewedOn, say('webLife.timeline.REVIEW', { ordinal }))),
    ...notices.flatMap(({ id, party, receivedOn, withdrawnOn }) => [
      ...dated(`${id}-received`, receivedOn, say('webLife.timeline.NOTICE', { party: party.shortName })),
      ...dated(`${id}-withdrawn`, withdrawnOn, say('webLife.timeline.WITHDRAWN', { party: party.shortName })),
    ]),
    ...(state === 'TERMINATED' ? dated('end', endsOn, say('webLife.timeline.END')) : []),
  ];
}

function ahead({ renewal, endsOn, state }: Life, say: Say): Dated[] {
  const ends = state === 'NOTICE_GIVEN' || (renewal && !renewal.renews);
  return [
    ...(renewal && !renewal.reviewed && !ends ? [{ id: 'review-ahead', on: renewal.reviewOn, title: say('webLife.timeline.REVIEW_AHEAD') }] : []),
    ...(renewal?.renews && !ends ? [{ id: 'renewal-ahead', on: renewal.on, title: say('webLife.timeline.RENEWAL_AHEAD') }] : []),
    ...(ends && endsOn ? [{ id: 'end-ahead', on: endsOn, title: say('webLife.timeline.END') }] : []),
  ];
}

const byDay = (one: Dated, other: Dated): number => one.on.localeCompare(other.on);

/** The agreement's acts in the order of their days, then what is awaited, then what the rules have coming. */
export function LifeTimeline({ life }: { life: Life }) {
  const say = useSay();
  const shown = (state: Moment['state']) => ({ id, on, title, state: own }: Dated): Moment => ({ id, state: own ?? state, title, when: <CivilDate on={on} /> });
  const past = [...life.parties.flatMap((acts) => ofParty(acts, say)), ...ofAgreement(life, say)].sort(byDay);
  const awaited = life.awaited.map(({ what, party }): Moment => ({ id: `awaited-${what}-${party?.id}`, state: 'present', title: say(`webLife.awaited.${what}`, { party: party?.shortName ?? '' }), when: say('webLife.timeline.awaited') }));
  const moments = [...past.map(shown('past')), ...awaited, ...ahead(life, say).sort(byDay).map(shown('future'))];
  if (moments.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">{say('webLife.timeline.title')}</h2>
      <Timeline label={say('webLife.timeline.title')} moments={moments} />
    </section>
  );
}
