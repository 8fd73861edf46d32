import type { Settings } from '#platform';
import type { OpenDatabases } from '../boot/databases.js';

/** What a command is given: the words after its name, the settings of this folder, and a way to reach the database. */
export interface CommandLine {
  readonly words: readonly string[];
  /** Answers in JSON on standard output instead of sentences (`--json`). */
  readonly json: boolean;
  readonly settings: Settings;
  /** The database of these settings, or of `others` when they are the first asked for: joined when the house is running, started for the command's time otherwise. */
  databases(others?: Settings): Promise<OpenDatabases>;
  /** A line for the person at the terminal (standard output; nothing with `--json`). */
  say(sentence: string): void;
  /** The command's result for machines (standard output with `--json`; nothing otherwise). */
  result(value: object): void;
}

/** One administrator's command. Exit codes: 0 done, 1 found something wrong or refused, 2 called wrongly. */
export interface Command {
  readonly name: string;
  /** `sign-in-code PERSONNE`: how it is called. */
  readonly usage: string;
  /** One French sentence. */
  readonly summary: string;
  /** May run although settings are incomplete (`help`, `init`, `doctor`). */
  readonly withoutSettings?: boolean;
  run(line: CommandLine): Promise<number>;
}
