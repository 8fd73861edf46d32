import type { MigrationInterface, QueryRunner } from 'typeorm';
import { doors, guards } from './0002-guards.js';

/**
 * Immutability guards and the sign-in doors, from the first day (decisions.md, « Data »). Frozen, but for one thing: policies and
 * grants, once made here, are now applied from `access.ts` after the migrations (`apply-access.ts`), on old and new databases alike.
 */
export class Access1764000000002 implements MigrationInterface {
  readonly name = 'Access1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...guards, ...doors]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
