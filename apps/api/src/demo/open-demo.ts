import { civilDate, Ids, LegalClock, MachineClock, parseCivilDate } from '#kernel';
import { RecordAgreement } from '#agreement';
import { OpenPartnership, type PartyInput } from '#parties';
import { Work } from '#platform';
import type { House } from '../house.js';
import { BootProblem } from '../boot/databases.js';
import { strangerCtx } from '../door/house-context-source.js';
import { cast } from './cast.js';
import { conventionOf } from './convention.js';
import { conventionActs, playActs } from './life-acts.js';
import { storedOffset } from './demo-clock.js';
import { openPartnerships } from './open-partnerships.js';
import type { Stage } from './stage.js';
import { playStory } from './story.js';
import { Troupe } from './troupe.js';

const storyZone = 'Europe/Paris';

/** `DEMO_CLOCK=2026-12-30T23:59`: the civil instant, in Paris, at which the demo begins; the machine's now without it. */
function beginning(troupe: Troupe, said: string | undefined, now: Date): Date {
  if (!said) return now;
  const [date = '', time = '09:00'] = said.split('T');
  const parsed = parseCivilDate(date);
  if (parsed.refused || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new BootProblem(`DEMO_CLOCK=${said} n’est pas un instant de la forme 2026-12-30T23:59.`);
  return troupe.at(parsed.value, time, storyZone);
}

const partyOf = (side: 'FR' | 'MA', personIds: ReadonlyMap<string, string>, from: string): PartyInput => ({
  ...(side === 'FR'
    ? {
        territory: { name: 'Villeneuve-la-Garenne', country: 'FR', zone: 'Europe/Paris', locale: 'fr-FR', currency: 'EUR', hierarchy: 'Hauts-de-Seine' },
        organisation: { name: 'Commune de Villeneuve-la-Garenne', kind: 'MUNICIPALITY' },
        shortName: 'Villeneuve-la-Garenne',
        presidentTitle: 'Maire',
        presidentTitleAr: 'العمدة',
      }
    : {
        territory: { name: 'Tiznit', country: 'MA', zone: 'Africa/Casablanca', locale: 'ar-MA', currency: 'MAD', hierarchy: 'Souss-Massa' },
        organisation: { name: 'Commune de Tiznit', kind: 'MUNICIPALITY' },
        shortName: 'Tiznit',
        presidentTitle: 'Président de la commune',
        presidentTitleAr: 'رئيس الجماعة',
      }),
  seats: cast
    .filter((member) => member.side === side)
    .map(({ key, category, office, officeAr }) => ({ category, office, officeAr, personId: personIds.get(key) ?? '', from })),
});

async function setUp(house: House, troupe: Troupe, year: number): Promise<Stage> {
  const partnershipId = house.app.get<Ids>(Ids).next();
  const personIds = await troupe.register(cast);
  const from = `${year - 4}-01-01`;
  const parties = [partyOf('FR', personIds, from), partyOf('MA', personIds, from)];
  const opened = await house.app.get(OpenPartnership).run(troupe.instanceCtx(partnershipId), { partnershipId, name: 'Villeneuve-la-Garenne – Tiznit', parties });
  if (opened.refused) throw new Error(opened.code);
  const [france = '', morocco = ''] = opened.value.partyIds;
  const ids = new Map([['Villeneuve-la-Garenne', france], ['Tiznit', morocco]]);
  const recorded = await house.app.get(RecordAgreement).run(troupe.instanceCtx(partnershipId), await conventionOf(partnershipId, ids));
  if (recorded.refused) throw new Error(recorded.code);
  await playActs(troupe, { agreementId: recorded.value, partyIds: ids, year }, await conventionActs());
  return { partnershipId, france, morocco };
}

/**
 * Opens the demo: at the first start, the convention and its last two years are played on the frozen clock; later starts
 * only give the clock back its stored offset. `DEMO_CLOCK` says when the story stands.
 */
export async function openDemo(house: House, demoClock?: string): Promise<void> {
  const work = house.app.get(Work);
  const offset = await work.read(strangerCtx('fr', 'demo'), storedOffset);
  const troupe = new Troupe(house);
  const known = await work.read({ ...strangerCtx('fr', 'demo'), audience: 'INSTANCE' }, (tx) => tx.query('select id from person limit 1'));
  if (known.length > 0) return house.legalClock.setOffset(offset);
  const machineNow = house.app.get<MachineClock>(MachineClock).now();
  const today = beginning(troupe, demoClock, machineNow);
  const day = civilDate(troupe.zones.civilAt(today, storyZone).date);
  const year = Number(day.slice(0, 4));
  house.legalClock.freezeAt(troupe.at(civilDate(`${year - 1}-09-01`), '09:00'));
  const stage = await setUp(house, troupe, year);
  await playStory(troupe, stage, { today, day, year });
  await openPartnerships(house, troupe, { from: `${year - 4}-01-01`, year });
  await troupe.moveTo(today);
  await keepOffset(house, work, demoClock ? today.getTime() - machineNow.getTime() : 0);
}

/** The clock runs again, and a later start finds it where it was. */
async function keepOffset(house: House, work: Work, offset: number): Promise<void> {
  const clock = house.app.get<LegalClock>(LegalClock);
  house.legalClock.setOffset(Math.round(offset));
  house.legalClock.run();
  const kept = await work.run({ ...strangerCtx('fr', 'demo'), audience: 'INSTANCE' }, async (tx) => {
    await tx.query('insert into legal_clock (id, offset_milliseconds) values (1, $1) on conflict (id) do update set offset_milliseconds = $1', [Math.round(offset)]);
    return { refused: false, value: clock.now() };
  });
  if (kept.refused) throw new Error(kept.code);
}
