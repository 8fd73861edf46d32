import { describe, expect, it } from '@jest/globals';
import { civilDate, type Json, type RuleSource } from '#kernel';
import { warningsOf } from './compliance.js';
import { lifeRulesOf } from './life-rules.js';
import type { AgreementKind } from './capabilities.js';
import { enter, type Contents, type Draft, type Entry, type EntryKind } from './register.js';
import { standingOf, type LifeFacts } from './standing.js';

const day = civilDate;
const source: RuleSource = { kind: 'ARTICLE', reference: 'Art. 7' };
type Settled = Readonly<Record<string, Json>>;

/** An entry as the register would hold it. */
const entry = <Kind extends EntryKind>(kind: Kind, partyId: string | null, content: Contents[Kind]): Entry<Kind> => ({ id: `${kind}-${partyId}`, kind, partyId, version: 1, content, motive: null });

interface Told {
  readonly entries?: readonly Entry[];
  readonly today?: string;
  readonly kind?: AgreementKind;
  readonly settled?: Settled;
  readonly recorded?: string;
  readonly since?: string;
}

/** An agreement of two towns, or of what is told otherwise. */
const life = ({ entries = [], today = '2027-01-31', kind = 'CONVENTION', settled = {}, recorded, since }: Told = {}): LifeFacts => ({
  kind,
  parties: [{ id: 'villeneuve', country: 'FR' }, { id: 'tiznit', country: 'MA' }],
  rules: lifeRulesOf(kind, new Map(Object.entries(settled).map(([key, value]) => [key, { value, source }]))),
  entries,
  recordedEffect: recorded ? day(recorded) : null,
  since: since ?? null,
  today: day(today),
});

const resolutions = [
  entry('RESOLUTION', 'villeneuve', { body: 'Conseil municipal', decidedOn: day('2022-12-15'), number: '2022121514' }),
  entry('RESOLUTION', 'tiznit', { body: 'Conseil communal', decidedOn: day('2021-09-20'), number: null }),
];
const signatures = [
  entry('SIGNATURE', 'tiznit', { office: 'Président', place: 'Tiznit', signedOn: day('2023-03-01') }),
  entry('SIGNATURE', 'villeneuve', { office: 'Maire', place: 'Villeneuve-la-Garenne', signedOn: day('2023-03-15') }),
];
const transmission = entry('TRANSMISSION', 'villeneuve', { actId: '092-219200789-20221215-2022121514-DE', sentOn: day('2023-01-03'), receivedOn: day('2023-01-03'), publishedOn: day('2023-01-05') });
const visa = (decision: 'GRANTED' | 'REFUSED' | null, decidedOn: string | null = '2023-04-10') => entry('VISA', 'tiznit', { authority: 'Gouverneur', reference: null, submittedOn: day('2023-03-20'), decision, decidedOn: decidedOn ? day(decidedOn) : null });
const complete = [...resolutions, ...signatures, transmission, visa('GRANTED')];
const notice = (receivedOn: string | null, withdrawnOn: string | null = null) => entry('NOTICE', 'tiznit', { sentOn: day('2027-01-20'), receivedOn: receivedOn ? day(receivedOn) : null, withdrawnOn: withdrawnOn ? day(withdrawnOn) : null });
const stateAt = (told: Told) => standingOf(life(told)).state;

describe('where an agreement stands (C4), from its acts alone', () => {
  it('goes from draft to force, act by act', () => {
    const steps: [Told, string][] = [
      [{}, 'DRAFT'],
      [{ entries: resolutions.slice(0, 1) }, 'UNDER_NEGOTIATION'],
      [{ entries: resolutions }, 'AUTHORISED'],
      [{ entries: [...resolutions, signatures[0]!] }, 'SIGNING'],
      [{ entries: [...resolutions, ...signatures] }, 'AWAITING_VISAS'],
      [{ entries: [...resolutions, ...signatures, transmission, visa(null, null)] }, 'AWAITING_VISAS'],
      [{ entries: [...resolutions, ...signatures, transmission, visa('REFUSED')] }, 'AWAITING_VISAS'],
      [{ entries: complete }, 'IN_FORCE'],
      [{ entries: [...complete, notice(null)] }, 'IN_FORCE'],
      [{ entries: [...complete, notice('2027-01-31')] }, 'NOTICE_GIVEN'],
      [{ entries: [...complete, notice('2027-01-31')], today: '2027-04-29' }, 'NOTICE_GIVEN'],
      [{ entries: [...complete, notice('2027-01-31')], today: '2027-04-30' }, 'TERMINATED'],
      [{ entries: [...complete, notice('2027-01-31', '2027-03-01')], today: '2027-04-30' }, 'IN_FORCE'],
    ];
    expect(steps.map(([told]) => stateAt(told))).toEqual(steps.map(([, state]) => state));
  });

  it('AT-12: effect, second period and the end that a notice brings, from the register', () => {
    const standing = standingOf(life({ entries: complete }));
    expect(standing.effect).toMatchObject({ on: '2023-04-10', origin: 'EVENTS' });
    expect(standing.period).toEqual({ ordinal: 2, from: '2026-04-10', until: '2029-04-10' });
    expect(standing.renewal).toMatchObject({ on: '2029-04-10', renews: true, reviewOn: '2028-10-10', lastNoticeOn: '2029-01-10', reviewed: false });
    expect(standing.ifNoticeToday).toBe('2027-04-30');
    expect(standingOf(life({ entries: [...complete, notice('2027-01-31')] })).endsOn).toBe('2027-04-30');
  });

  it('names what is awaited, and from whom', () => {
    expect(standingOf(life({ entries: [...resolutions, signatures[0]!, transmission] })).awaited).toEqual([
      { what: 'SIGNATURE', partyId: 'villeneuve' },
      { what: 'FOREIGN_VISA', partyId: 'tiznit' },
    ]);
    const unpublished = { ...transmission, content: { ...transmission.content, publishedOn: null } };
    expect(standingOf(life({ entries: [...resolutions, ...signatures, unpublished, visa('GRANTED')] })).awaited).toEqual([{ what: 'PUBLICATION', partyId: 'villeneuve' }]);
    expect(standingOf(life({ entries: complete, today: '2028-10-10' })).awaited).toEqual([{ what: 'RENEWAL_REVIEW', partyId: null }]);
    expect(standingOf(life({ entries: complete, today: '2028-10-09' })).awaited).toEqual([]);
  });

  it('ends after its last period where renewals are counted', () => {
    const once = { months: 36, renewalMonths: 36, renewals: 0, reviewMonthsBefore: 6 };
    expect(standingOf(life({ entries: complete, settled: { renewal: once }, today: '2026-04-09' }))).toMatchObject({ state: 'IN_FORCE', endsOn: '2026-04-10', renewal: { renews: false } });
    expect(stateAt({ entries: complete, settled: { renewal: once }, today: '2026-04-10' })).toBe('TERMINATED');
  });

  it('asks for an express visa of the prefect only where the parties read their text so', () => {
    const express = { prefectVisa: 'EXPRESS' };
    expect(stateAt({ entries: complete, settled: express })).toBe('AWAITING_VISAS');
    const granted = entry('VISA', 'villeneuve', { authority: 'Préfet', reference: null, submittedOn: null, decision: 'GRANTED', decidedOn: day('2023-05-02') });
    expect(standingOf(life({ entries: [...complete, granted], settled: express })).effect.on).toBe('2023-05-02');
  });

  it('takes silence for a visa on its twentieth day, only where that is said', () => {
    const entries = [...resolutions, ...signatures, transmission, visa(null, null)];
    const tacit = { foreignVisa: { authority: 'GOVERNOR', tacit: true } };
    expect(standingOf(life({ entries, settled: tacit })).effect.on).toBe('2023-04-09');
    expect(standingOf(life({ entries })).effect.on).toBeNull();
    expect(stateAt({ entries, settled: tacit, today: '2023-04-08' })).toBe('AWAITING_VISAS');
  });

  it('keeps the day an agreement was recorded with until its acts are all there', () => {
    expect(standingOf(life({ recorded: '2026-04-10' }))).toMatchObject({ state: 'IN_FORCE', effect: { on: '2026-04-10', origin: 'DECLARED' }, awaited: [] });
    expect(standingOf(life({ since: '1999' }))).toMatchObject({ state: 'IN_FORCE', awaited: [] });
    const declared = entry('DECLARED', null, { on: day('2026-04-10') });
    expect(standingOf(life({ entries: [declared, ...signatures] }))).toMatchObject({ state: 'IN_FORCE', effect: { on: '2026-04-10', origin: 'DECLARED' } });
    expect(standingOf(life({ entries: [declared, ...complete] })).effect).toMatchObject({ on: '2023-04-10', origin: 'EVENTS' });
  });

  it('gives a twinning no term, no renewal, no notice, and awaits no visa; a mutual commitment neither', () => {
    for (const kind of ['TWINNING', 'MUTUAL_COMMITMENT', 'FRIENDSHIP_PACT', 'LETTER_OF_INTENT'] as const) {
      const standing = standingOf(life({ kind, entries: [...resolutions, ...signatures] }));
      expect(standing).toMatchObject({ state: 'IN_FORCE', effect: { on: '2023-03-15' }, period: null, renewal: null, ifNoticeToday: null, awaited: [] });
    }
    for (const entries of [[], resolutions]) expect(standingOf(life({ kind: 'TWINNING', since: '1962', entries }))).toMatchObject({ state: 'IN_FORCE', awaited: [] });
    expect(standingOf(life({ kind: 'TWINNING', entries: signatures, settled: { termination: { months: 6, motive: 'OPTIONAL', amicable: 'RECOMMENDED' } } })).ifNoticeToday).toBe('2027-07-31');
  });
});

describe('what somebody should look at', () => {
  const codes = (told: Told) => warningsOf(life(told)).map(({ code, partyId }) => `${code} ${partyId}`);

  it('is nothing of a clean register but the resolution of 2021, fifteen months older than the text (4-03)', () => {
    expect(codes({ entries: complete })).toEqual(['RESOLUTION_OLD tiznit']);
  });

  it('names each kind once, with its source', () => {
    const early = entry('SIGNATURE', 'villeneuve', { office: 'Maire', place: 'ici', signedOn: day('2022-12-01') });
    const wrong = entry('TRANSMISSION', 'villeneuve', { actId: '075-219200788-20221214-1-DE', sentOn: day('2023-02-16'), receivedOn: day('2023-02-16'), publishedOn: null });
    const found = { entries: [resolutions[0]!, early, signatures[0]!, wrong, visa('REFUSED')] };
    expect(codes(found)).toEqual([
      'SIGNED_BEFORE_RESOLUTION villeneuve', 'RESOLUTION_MISSING tiznit', 'ACT_SIREN_KEY villeneuve', 'ACT_OTHER_DEPARTMENT villeneuve', 'ACT_OTHER_DAY villeneuve',
      'TRANSMITTED_LATE villeneuve', 'PUBLICATION_MISSING villeneuve', 'VISA_REFUSED tiznit',
    ]);
    expect(warningsOf(life(found)).every((warning) => warning.source.reference.length > 0)).toBe(true);
    expect(codes({ entries: [resolutions[0]!, { ...wrong, content: { ...wrong.content, sentOn: day('2023-02-15') } }] })).not.toContain('TRANSMITTED_LATE villeneuve');
  });
});

describe('the register', () => {
  const place = { id: 'new', agreementId: 'agreement', partnershipId: 'partnership' };
  const draft = (publishedOn: string | null, motive: string | null = null): Draft<'TRANSMISSION'> => ({ kind: 'TRANSMISSION', partyId: 'villeneuve', content: { ...transmission.content, publishedOn: publishedOn ? day(publishedOn) : null }, motive });
  const code = (standing: Entry | null, given: Draft): string | number => {
    const answer = enter(standing, given, place);
    return answer.refused ? answer.code : answer.value.state.version;
  };

  it('fills what was awaited without a word, and corrects a known value only with its reason', () => {
    const waiting = { ...transmission, content: { ...transmission.content, publishedOn: null } };
    expect(code(null, draft(null))).toBe(1);
    expect(code(waiting, draft('2023-01-05'))).toBe(2);
    expect(code(transmission, draft('2023-01-06'))).toBe('CORRECTION_NEEDS_MOTIVE');
    expect(code(transmission, draft('2023-01-06', 'Faute de frappe'))).toBe(2);
    expect(code(transmission, draft(null))).toBe('CORRECTION_NEEDS_MOTIVE');
    expect(code(transmission, draft('2023-01-05', 'Pour rien'))).toBe('NOTHING_CHANGED');
  });

  it('compares contents whatever the order in which a database gives their parts', () => {
    const { actId, sentOn, receivedOn, publishedOn } = transmission.content;
    expect(code({ ...transmission, content: { publishedOn, receivedOn, sentOn, actId } }, draft('2023-01-05'))).toBe('NOTHING_CHANGED');
  });

  it('tells dates in clear and never a text', () => {
    const answer = enter(null, { kind: 'SIGNATURE', partyId: 'tiznit', content: signatures[0]!.content, motive: null }, place);
    expect(answer).toMatchObject({ value: { facts: [{ kind: 'AgreementSignatureRecorded', data: { signedOn: '2023-03-01', partyId: 'tiznit', version: 1, agreementId: 'agreement' } }] } });
    expect(JSON.stringify(answer).match(/Président/g)).toHaveLength(1);
  });
});
