import { civilDateOf, dateInWords, VersionedZones, type CivilDate } from '#kernel';
import { matterOf, playedCompany, playYear, rowOf, typicalCompany, type NamedCompany, type Pace } from '#notices';
import { DatabaseEvidence } from '../archive/database-evidence.js';
import { commandCtx, withCommandTools } from '../first-day/command-work.js';
import type { Command, CommandLine } from './command.js';

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
    return known ? `${[...new Set([known.displayName, known.office])].join(', ')} (${known.party})` : personId;
  },
});

/** Every partnership of this house, by name. */
async function partnerships(line: CommandLine): Promise<{ id: string; name: string }[]> {
  const { auditor, owner } = await line.databases();
  const found: { id: string; name: string }[] = [];
  await DatabaseEvidence.over(auditor ?? owner, async (evidence) => {
    for await (const { id, name } of evidence.rows('partnership')) found.push({ id: String(id), name: String(name) });
  });
  return found;
}

/** A partnership by its id or a part of its name; without a word the only one, else two towns in general. */
function chosen(known: readonly { id: string; name: string }[], word: string | undefined): 'TYPICAL' | { id: string; name: string } | null {
  if (word === undefined) return known.length === 1 ? known[0]! : 'TYPICAL';
  const named = known.filter(({ id, name }) => id === word || name.toLowerCase().includes(word.toLowerCase()));
  return named.length === 1 ? named[0]! : null;
}

async function stageOf(line: CommandLine, one: { id: string; name: string }, year: number): Promise<Stage | null> {
  const { app } = await line.databases();
  const actor = { personId: '00000000-0000-0000-0000-000000000000', sessionId: null, seats: [], isAdmin: false, partnershipIds: [one.id], partyIds: [], stepUpAt: null };
  const company = await withCommandTools(app, ({ work, zones }) => work.read({ ...commandCtx('simulate'), actor, audience: 'MEMBER' }, (tx) => playedCompany(tx, zones, { partnershipId: one.id, year })));
  return company && ofHouse(one.name, company);
}

function tell(line: CommandLine, played: { year: number; pace: Pace; stage: Stage }): number {
  const { year, pace, stage } = played;
  const zones = new VersionedZones();
  const { mails, tallies } = playYear(stage.company, pace, zones);
  const zoneOf = new Map(stage.company.players.map(({ personId, partyId }) => [personId, stage.company.territories.get(partyId)?.zone ?? 'UTC']));
  const shown = mails.map(({ personId, rule, details, leavesAt, beside }) => ({ day: zones.civilAt(leavesAt, zoneOf.get(personId) ?? 'UTC').date, to: stage.nameOf(personId), what: [{ rule, details }, ...beside].map((one) => matterOf(one.rule, one.details, 'fr')).join(' + '), row: rowOf(rule), rule }));
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
  const [asked = '', ...name] = line.words.filter((word) => word !== '--late');
  const year = /^20[2-5]\d$/.test(asked) && Number(asked) >= 2024 ? Number(asked) : null;
  if (year === null) {
    process.stderr.write(`passerelle ${simulateCommand.usage}\n`);
    return 2;
  }
  const pace = line.words.includes('--late') ? 'LATE' : 'ON_TIME';
  const known = await partnerships(line);
  const one = chosen(known, name.length > 0 ? name.join(' ') : undefined);
  const stage = one === 'TYPICAL' ? typicalStage(year) : one && (await stageOf(line, one, year));
  const code = stage ? tell(line, { year, pace, stage }) : 2;
  if (stage && one !== 'TYPICAL') return code;
  if (known.length > 0) line.say(`\nPour un partenariat de cette instance : passerelle ${simulateCommand.usage}`);
  for (const { id, name: title } of known) line.say(`  ${id}  ${title}`);
  if (!stage) line.result({ problem: 'WHICH_PARTNERSHIP' });
  return code;
}

/** A year of reminders, played in seconds by the planner itself. */
export const simulateCommand: Command = {
  name: 'simulate',
  usage: 'simulate ANNÉE [PARTENARIAT ou partie de son nom] [--late]',
  summary: 'Joue une année de rappels sans rien envoyer : qui recevrait quoi, quand, et combien.',
  run,
};
