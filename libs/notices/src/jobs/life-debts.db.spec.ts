import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LifeDesk } from '../../../agreement/src/views/life.desk.js';
import { LifeReader } from '../../../agreement/src/views/life.reader.js';
import { ForecastAmounts, RecordRenewalReview, RecordTransmission } from '#agreement';
import { civilDate } from '#kernel';
import { ctxOf } from '../../../../test/world/ctx.js';
import { openWorld, valueOf, type World } from '../../../../test/world/world.js';
import { deskOver, ledger, mailbox } from '../desk.contract.js';

jest.setTimeout(60_000);

/** A Monday morning. The agreement of the world took effect on 10 April 2026, for three years. */
let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00Z');
});
afterAll(() => world.close());

const setUp = () => ctxOf({ partnershipIds: [world.partnershipId] }, { audience: 'INSTANCE' });
const acts = () => [world.app, new LifeDesk(world.zones), new LifeReader(world.zones, new ForecastAmounts())] as const;
const transmitted = (publishedOn: string | null): Promise<string> =>
  valueOf(new RecordTransmission(...acts()).run(setUp(), { agreementId: world.agreementId, partyId: world.parties.fr, sentOn: civilDate('2026-11-19'), receivedOn: civilDate('2026-11-20'), publishedOn: publishedOn === null ? null : civilDate(publishedOn) }));
/** The lines of a rule's family, as « rule to whom: state ». */
async function linesOf(family: string): Promise<string[]> {
  const names = new Map([...world.people].map(([who, id]) => [id, who]));
  return (await ledger(world)).filter(({ rule }) => rule.startsWith(family)).map(({ rule, person_id: person, state }) => `${rule} ${names.get(person)} ${state}`).sort();
}
const tickAt = async (instant: string): Promise<void> => {
  world.legal.moveTo(new Date(instant));
  await deskOver(world).desk.tick();
};

describe('AT-11: the publication that is missing', () => {
  it('is asked of the French coordination alone, the day after the register learnt of the receipt, then a week and a fortnight later', async () => {
    await transmitted(null);
    await tickAt('2026-11-23T09:30:00Z');
    // Every thirty days after the last row, up to ninety days ahead.
    expect([...new Set(await linesOf('PUBLICATION'))]).toEqual(['PUBLICATION_AR+1 fr-coordinator PLANNED', 'PUBLICATION_AR+15 fr-coordinator PLANNED', 'PUBLICATION_AR+7 fr-coordinator PLANNED']);
    await tickAt('2026-11-24T08:30:00Z');
    expect((await linesOf('PUBLICATION')).filter((line) => line.endsWith('SENT'))).toEqual(['PUBLICATION_AR+1 fr-coordinator SENT']);
    expect((await mailbox(world)).map(({ subject }) => subject)).toContain('Publication manquante : délibération de Villeneuve-la-Garenne');
  });

  it('is asked no more once it is recorded, even when the letter was about to leave', async () => {
    await transmitted('2026-11-24');
    await tickAt('2026-12-01T09:30:00Z');
    expect(new Set((await linesOf('PUBLICATION')).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['SENT', 'CANCELLED']));
    expect((await mailbox(world)).filter(({ subject }) => subject.startsWith('Publication manquante'))).toHaveLength(1);
  });
});

describe('the choice before a renewal', () => {
  const choose = (): Promise<string> => valueOf(new RecordRenewalReview(...acts()).run(setUp(), { agreementId: world.agreementId, ordinal: 1, reviewedOn: civilDate('2028-10-12'), outcome: 'RENEW' }));

  it('is asked of both presidencies and both coordinations six months before, and no more once it is made', async () => {
    await tickAt('2028-10-09T12:00:00Z');
    expect((await linesOf('RENEWAL_E-6M')).every((line) => line.endsWith('PLANNED'))).toBe(true);
    await tickAt('2028-10-12T12:00:00Z');
    expect(await linesOf('RENEWAL_E-6M')).toEqual(['fr-coordinator', 'fr-president', 'ma-coordinator', 'ma-president'].map((who) => `RENEWAL_E-6M ${who} SENT`));
    await choose();
    await tickAt('2028-11-10T12:00:00Z');
    expect(new Set((await linesOf('RENEWAL_E-5M')).map((line) => line.split(' ').at(-1)))).toEqual(new Set(['CANCELLED']));
  });
});
