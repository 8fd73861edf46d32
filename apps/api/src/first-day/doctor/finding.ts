import type { Settings } from '#platform';
import type { OpenDatabases } from '../../boot/databases.js';
import type { Standing } from '../../health/judge-health.js';

/** One line of the examination. */
export interface Finding {
  /** Short and stable: machines read it (`--json`). */
  readonly part: string;
  readonly standing: Standing;
  /** What was found, in French. */
  readonly sentence: string;
  /** What to do about it, when something is to be done. */
  readonly remedy?: string;
}

/** What is examined: settings that were read, and their databases once reached. */
export interface Patient {
  readonly settings: Settings;
  readonly databases: OpenDatabases;
}

export const fine = (part: string, sentence: string): Finding => ({ part, standing: 'ok', sentence });
export const wrong = (part: string, sentence: string, remedy: string): Finding => ({ part, standing: 'wrong', sentence, remedy });
export const attention = (part: string, sentence: string, remedy: string): Finding => ({ part, standing: 'attention', sentence, remedy });

/** The first line of what a failure says, without the addresses (and their passwords) that drivers like to repeat. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace(/[a-z]+:\/\/\S+/g, '…').slice(0, 200);

/** Runs one examination; what it throws is a finding too. */
export async function examined(part: string, examine: () => Promise<Finding>): Promise<Finding> {
  try {
    return await examine();
  } catch (error) {
    return wrong(part, `L’examen n’a pas pu se faire : ${wordsOf(error)}.`, 'Lisez cette phrase ; si elle ne dit rien, joignez-la à votre demande d’aide.');
  }
}
