import pg from 'pg';
import { openMachines } from '../../apps/api/src/boot/machines.js';
import { openDemo } from '../../apps/api/src/demo/open-demo.js';
import { openHouse, type House } from '../../apps/api/src/house.js';
import { migrate } from '../../apps/api/src/migrate.js';
import { readSettings } from '#platform';

/** How a process of the bench reaches the one database. */
export interface BenchDatabase {
  readonly app: string;
  readonly owner: string;
  readonly worker: string;
  readonly queue: string;
}

/** Copies of each sheet of the year: a year of about sixty sheets, more than any partnership has. */
const copies = 19;
/** The demo stands here: its plan in preparation is the one of 2027. */
const standing = '2026-11-22T12:00';
export const year = 2027;

/** The real house over the bench's database, as a demonstration on a loopback port of its own; no worker runs. */
export async function benchHouse(database: BenchDatabase): Promise<{ house: House; url: string }> {
  const read = readSettings({ DEMO: '1', HOST: '127.0.0.1', PORT: '3999' }, []);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const machines = await openMachines(read.settings, { ...database, embedded: true, stop: async () => undefined });
  const publicUrl = 'http://localhost:3999';
  const house = await openHouse({ urls: database, publicUrl, secret: 'the secret of a bench, long enough to serve', demo: true, webDirectory: null, ...machines });
  await openDemo(house, standing);
  return { house, url: await house.listen(0, '127.0.0.1') };
}

/** Migrates, plays the demo once, and makes its year as large as a year can be. */
export async function layGround(database: BenchDatabase): Promise<void> {
  await migrate(database.owner);
  const { house } = await benchHouse(database);
  await house.close();
  const owner = new pg.Client({ connectionString: database.owner });
  await owner.connect();
  try {
    await owner.query(
      `insert into project_sheet select (jsonb_populate_record(sheet, jsonb_build_object('id', gen_random_uuid(), 'title', sheet.title || ' ' || copy))).*
       from project_sheet sheet, generate_series(1, ${copies}) copy where sheet.year = ${year}`,
    );
    await owner.query('analyze');
  } finally {
    await owner.end();
  }
}

/** Who asks, from where: a coordinator's cookie and her partnership. Entered by the demo's own door. */
export async function askerAt(url: string): Promise<{ cookie: string; partnershipId: string }> {
  const entered = await fetch(`${url}/demo/coordinateur`, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const query = '{ viewer { seats { partnership { id } } } }';
  const answered = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ query }) });
  const { data } = (await answered.json()) as { data: { viewer: { seats: { partnership: { id: string } }[] } | null } };
  const partnershipId = data.viewer?.seats[0]?.partnership.id;
  if (!partnershipId) throw new Error('the coordinator of the demo could not enter');
  return { cookie, partnershipId };
}

const may = 'allowed refusal { code sentence source { kind reference quote } }';
const sums = 'cash { currency amountMinor } inKind { currency amountMinor } totals { currency amountMinor } converted { currency amountMinor }';
/** The plan board as the web asks for it: `bench-question.spec.ts` holds the two together. */
export const boardQuery = `query PlanBoard($partnershipId: ID!, $year: Int!) {
  planBoard(partnershipId: $partnershipId, year: $year) {
    year colour colourSentence
    deadline { lastDay daysLeft workingDaysLeft sentence source { kind reference quote } }
    plan {
      id version state actionsHash onTimeSentence onTimeSource { kind reference quote } takenUp { sentence paperMinutesId }
      validations { party { id shortName } person { displayName } moment { city civilDate time } entered { id act version sentence standing { state } } }
      budgetTable { rows { name sums { ${sums} } } whole { ${sums} } conversions { currency total { currency amountMinor } sentence } rates { id equation sentence withdraw { ${may} } } rounding recordRate { ${may} } }
      viewerMay { addSheet { ${may} } validate { ${may} } freeze { ${may} } reopen { ${may} } }
    }
    columns {
      state title
      sheets { id title state kind axis { number title } authorParty { shortName } validations { party { id shortName } } budgetTotals { currency amountMinor } followedAction { id state stateWords late lateSentence percent } }
    }
    moves { sheetId to act label href may { ${may} } }
    backPlan { milestones { name title day daysBefore state stateSentence owes note href source { kind reference quote } } mayMove { ${may} } }
    uncoveredSentence coverage { axis { id number title active } covered leads uncovered sentence }
    blockers { code sentence href subjectId }
    totals { currency amountMinor }
  }
}`;
