import '../boot/production-mode.js';
import { problemsMessage, readHouseSettings, readSettings, type Settings } from '#platform';
import { BootProblem, joinDatabases, type OpenDatabases } from '../boot/databases.js';
import type { Command, CommandLine } from './command.js';
import { commands } from './commands.js';

const help = (): string => {
  const width = Math.max(...commands.map(({ usage }) => usage.length), 0) + 2;
  return ['passerelle COMMANDE …', '', ...commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}${summary}`), '', 'Ajoutez --json pour une réponse que lit une machine.'].join('\n');
};

function settingsFor(command: Command): Settings {
  const read = readHouseSettings(process.env, [], process.cwd());
  if ('settings' in read) return read.settings;
  if (!command.withoutSettings) throw new BootProblem(problemsMessage(read.problems));
  const bare = readSettings({ DATA_DIR: process.env['DATA_DIR'] });
  if ('settings' in bare) return bare.settings;
  throw new BootProblem(problemsMessage(bare.problems));
}

async function run(name: string | undefined, rest: readonly string[]): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (!command) {
    (name === undefined || name === 'help' ? process.stdout : process.stderr).write(`${help()}\n`);
    return name === undefined || name === 'help' ? 0 : 2;
  }
  const json = rest.includes('--json');
  const settings = settingsFor(command);
  let opened: Promise<OpenDatabases> | null = null;
  const line: CommandLine = {
    words: rest.filter((word) => word !== '--json'),
    json,
    settings,
    databases: (others = settings) => (opened ??= joinDatabases(others)),
    say: (sentence) => void (json || process.stdout.write(`${sentence}\n`)),
    result: (value) => void (json && process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
  };
  try {
    return await command.run(line);
  } finally {
    if (opened) await (await (opened as Promise<OpenDatabases>).catch(() => null))?.stop();
  }
}

try {
  process.exitCode = await run(process.argv[2], process.argv.slice(3));
} catch (error) {
  const known = error instanceof BootProblem || (error as { sentence?: unknown }).sentence !== undefined;
  process.stderr.write(`${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}
