import { accessSql } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { access } from './access.js';
import { doors, guards } from './guards.js';

/** Row-level security, grants, immutability guards and the sign-in doors, from the first day (decisions.md, « Data »). */
export class Access1764000000002 implements MigrationInterface {
  readonly name = 'Access1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...access.flatMap(accessSql), ...guards, ...doors]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}
