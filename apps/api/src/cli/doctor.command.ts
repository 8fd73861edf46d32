import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHouseSettings } from '#platform';
import { examine } from '../first-day/doctor/examine.js';
import { rolesRemedy } from '../first-day/doctor/examine-database.js';
import type { Finding } from '../first-day/doctor/finding.js';
import type { Command, CommandLine } from './command.js';

const signs = { ok: '  ok     ', attention: '  à voir ', wrong: '✗ FAUX   ' } as const;

const lineOf = ({ standing, sentence, remedy }: Finding): string => `${signs[standing]}${sentence}${remedy ? `\n           → ${remedy}` : ''}`;

/** The SQL that makes the roles, when they are what is missing and the file is here. */
function rolesSql(findings: readonly Finding[], folder: string): string | null {
  const file = join(folder, 'deploy/roles.sql');
  const missing = findings.some(({ part, remedy }) => part === 'roles' && remedy?.includes(rolesRemedy));
  return missing && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

async function run(line: CommandLine): Promise<number> {
  const folder = process.cwd();
  const findings = await examine(readHouseSettings(process.env, [], folder), folder);
  findings.forEach((finding) => line.say(lineOf(finding)));
  const sql = rolesSql(findings, folder);
  if (sql) line.say(`\n-- deploy/roles.sql\n${sql}`);
  const wrongs = findings.filter(({ standing }) => standing === 'wrong').length;
  line.say(wrongs === 0 ? '\nRien n’empêche de servir.' : `\n${wrongs} chose(s) à corriger.`);
  line.result({ wrong: wrongs, findings });
  return wrongs === 0 ? 0 : 1;
}

/** What is wrong on this machine, and the remedy. Changes nothing, sends nothing. */
export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Dit ce qui ne va pas (réglages, base, file, courriel, horloge, disque, impression) et le remède.',
  withoutSettings: true,
  run,
};
