import { civilDateOf, dateInWords, VersionedZones, type CivilDate } from '#kernel';
import { matterOf, playedCompany, playYear, rowOf, typicalCompany, type NamedCompany, type Pace } from '#notices';
import { DatabaseEvidence } from '../archive/database-evidence.js';
import { commandCtx, withCommandTools } from '../first-day/command-work.js';
import type { Command, CommandLine } from './command.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const offices: Readonly<Record<string, string>> = { CO_PRESIDENT: 'maire', COORDINATOR: 'coordination', TECHNICIAN: 'technicien', OTHER: 'élu' };

/** What a year is played by: a partnership of this house, or two towns in general. */
interface Stage {
  readonly title: string;
  readonly company: Parameters<typeof playYear>[0];
  readonly nameOf: (personId: string) => string;
}

const typicalStage = (year: number): Stage => ({
  title: 'deux communes types, l’une française, l’autre marocaine',
  company: typicalCompany({ day: civilDateOf(year, 12, 31), lastValidDay: civilDateOf(year, 12, 30) }),
  nameOf: (personId) => personId.replace(/^(\w+):(\w+)$/, (_whole, country: string, role: string) => `${offices[role] ?? role} (${country})`),
});

const ofHouse = (title: string, company: NamedCompany): Stage => ({
  title,
  company,
  nameOf: (personId) => {
    const known = company.names.get(personId);
    return known ? `${known.displayName}, ${known.office} (${known.party})` : personId;
  },
});

/** The partnership named, the only one, or none; several unnamed ones are told apart by whoever asks. */
async function partnerships(line: CommandLine): Promise<{ id: string; name: string }[]> {
  const { auditor, owner } = await line.databases();
  const found: { id: string; name: string }[] = [];
  await DatabaseEvidence.over(auditor ?? owner, async (evidence) => {
    for await (const { id, name } of evidence.rows('partnership')) found.push({ id: String(id), name: String(name) });
  });
  return found;
}

async function stageOf(line: CommandLine, asked: { year: number; id: string | undefined }): Promise<Stage | null> {
  const known = await partnerships(line);
  const wanted = asked.id === undefined ? known : known.filter(({ id }) => id === asked.id);
  const [one] = wanted;
  if (!one) return asked.id === undefined ? typicalStage(asked.year) : null;
  if (wanted.length > 1) return null;
  const { app } = await line.databases();
  const actor = { personId: '00000000-0000-0000-0000-000000000000', sessionId: null, seats: [], isAdmin: false, partnershipIds: [one.id], partyIds: [], stepUpAt: null };
  const company = await withCommandTools(app, ({ work, zones }) => work.read({ ...commandCtx('simulate'), actor, audience: 'MEMBER' }, (tx) => playedCompany(tx, zones, { partnershipId: one.id, year: asked.year })));
  return company && ofHouse(one.name, company);
}

function tell(line: CommandLine, played: { year: number; pace: Pace; stage: Stage }): number {
  const { year, pace, stage } = played;
  const zones = new VersionedZones();
  const { mails, tallies } = playYear(stage.company, pace, zones);
  const zoneOf = new Map(stage.company.players.map(({ personId, partyId }) => [personId, stage.company.territories.get(partyId)?.zone ?? 'UTC']));
  const shown = mails.map(({ personId, rule, details, leavesAt }) => ({ day: zones.civilAt(leavesAt, zoneOf.get(personId) ?? 'UTC').date, to: stage.nameOf(personId), what: matterOf(rule, details, 'fr'), row: rowOf(rule), rule }));
  line.say(`${year} jouée pour ${stage.title} : ${pace === 'ON_TIME' ? 'tout est fait à temps' : 'tout est en retard'}. Rien ne part, rien n’est écrit.\n`);
  let day: CivilDate | null = null;
  for (const mail of shown) {
    if (mail.day !== day) line.say(dateInWords((day = mail.day), 'fr', 'FULL'));
    line.say(`  ${mail.to} : ${mail.what} [${mail.row ?? 'aussitôt'}]`);
  }
  const people = tallies.map(({ personId, count, ceiling }) => ({ person: stage.nameOf(personId), count, ceiling }));
  line.say('\nCourriels par personne, codes de connexion non comptés');
  for (const { person, count, ceiling } of people) line.say(`  ${String(count).padStart(3)}  ${person}${ceiling === null ? '' : ` (au plus ${ceiling} dans une année à temps)`}`);
  line.result({ year, pace, mails: shown, people });
  return pace === 'ON_TIME' && people.some(({ count, ceiling }) => ceiling !== null && count > ceiling) ? 1 : 0;
}

async function run(line: CommandLine): Promise<number> {
  const words = line.words.filter((word) => word !== '--late');
  const [asked = '', id, ...rest] = words;
  const year = /^20[2-5]\d$/.test(asked) && Number(asked) >= 2024 ? Number(asked) : null;
  if (year === null || rest.length > 0 || (id !== undefined && !uuid.test(id))) {
    process.stderr.write(`passerelle ${simulateCommand.usage}\n`);
    return 2;
  }
  const stage = await stageOf(line, { year, id });
  if (stage) return tell(line, { year, pace: line.words.includes('--late') ? 'LATE' : 'ON_TIME', stage });
  line.say('Lequel ? Partenariats de cette instance :');
  for (const one of await partnerships(line)) line.say(`  ${one.id}  ${one.name}`);
  line.result({ problem: 'WHICH_PARTNERSHIP' });
  return 2;
}

/** A year of reminders, played in seconds by the planner itself. */
export const simulateCommand: Command = {
  name: 'simulate',
  usage: 'simulate ANNÉE [PARTENARIAT] [--late]',
  summary: 'Joue une année de rappels sans rien envoyer : qui recevrait quoi, quand, et combien.',
  run,
};
