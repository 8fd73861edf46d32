import { fillSearch, type SearchSource } from '#platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Audited } from './0007-audited.js';
import { audit } from './0007-journal.js';

const list = (words: string): string[] => words.split(' ');

/** The journal commits to the story of every action. Frozen with this migration. */
export const auditedActions: readonly Audited[] = [
  { table: 'followed_action', chain: 'partnership_id', key: ['partnership_id', 'id'], columns: list('partnership_id id decision_id sheet_id year title starts_on planned_end state percent opened_at'), words: [] },
  {
    table: 'followed_action_entry',
    chain: 'partnership_id',
    key: ['partnership_id', 'action_id', 'place'],
    columns: list('partnership_id action_id place kind content party_id person_id occurred_at recorded_at'),
    words: ['note'],
  },
];

/** What is told of the actions that are there on this day: frozen, like the sources of 0019. */
const source: SearchSource = {
  kind: 'followedAction',
  rows: `select partnership_id, id::text as id, 'PARTNERSHIP' as audience, null::uuid as party_id, id::text as page_id, title, '' as text, starts_on as said_on from followed_action`,
};

/** Actions follow the plan that adopted them, or the decision they follow up; plans adopted before this day bring theirs. */
export class FollowedActions1795000000026 implements MigrationInterface {
  readonly name = 'FollowedActions1795000000026';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await audit(runner, auditedActions, 'migration 0026');
    await fillSearch((sql, parameters) => runner.query(sql, [...parameters]) as Promise<object[]>, [source]);
  }

  down(): Promise<void> {
    throw new Error('this migration is not undone: restore a backup instead');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE "followed_action" ("partnership_id" uuid NOT NULL, "id" uuid NOT NULL, "decision_id" uuid NOT NULL, "sheet_id" uuid, "year" integer NOT NULL, "title" text NOT NULL, "starts_on" date, "planned_end" date, "state" text NOT NULL, "percent" integer NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "followed_action_sheet_once" UNIQUE ("partnership_id", "sheet_id"), CONSTRAINT "followed_action_percent_bounded" CHECK (percent between 0 and 100), CONSTRAINT "followed_action_state_known" CHECK (state in ('PLANNED', 'STARTED', 'ON_TRACK', 'AT_RISK', 'BLOCKED', 'COMPLETED', 'REPORTED', 'EVALUATED', 'CANCELLED', 'RESCHEDULED')), CONSTRAINT "followed_action_pkey" PRIMARY KEY ("partnership_id", "id"))`,
  'CREATE INDEX "followed_action_by_year" ON "followed_action" ("partnership_id", "year")',
  'CREATE INDEX "followed_action_by_decision" ON "followed_action" ("partnership_id", "decision_id")',
  `CREATE TABLE "followed_action_entry" ("partnership_id" uuid NOT NULL, "action_id" uuid NOT NULL, "place" integer NOT NULL, "kind" text NOT NULL, "content" jsonb NOT NULL, "note" text NOT NULL, "party_id" uuid, "person_id" uuid NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "followed_action_entry_note_bounded" CHECK (char_length(note) <= 2000), CONSTRAINT "followed_action_entry_kind_known" CHECK (kind in ('OPENED', 'OWNER', 'MILESTONE', 'MILESTONE_DONE', 'MILESTONE_DROPPED', 'STARTED', 'REPORT', 'BLOCKER', 'BLOCKER_LIFTED', 'COMPLETED', 'MOVED', 'RESCHEDULED', 'CANCELLED')), CONSTRAINT "followed_action_entry_pkey" PRIMARY KEY ("partnership_id", "action_id", "place"))`,
  ...[
    ['followed_action', 'decision', 'decision_id', 'decision'],
    ['followed_action', 'sheet', 'sheet_id', 'project_sheet'],
    ['followed_action_entry', 'action', 'action_id', 'followed_action'],
    ['followed_action_entry', 'party', 'party_id', 'party'],
  ].map(
    ([table, name, column, parent]) =>
      `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${name}" FOREIGN KEY ("partnership_id", "${column}") REFERENCES "${parent}"("partnership_id","id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  ),
  'create trigger followed_action_entry_for_ever before update or delete on followed_action_entry for each row execute function refuse_change()',
  'create trigger followed_action_not_removed before delete on followed_action for each row execute function refuse_change()',
  // One action a fiche: under the first version of its plan that is executory, else the first adopted.
  `insert into followed_action (partnership_id, id, decision_id, sheet_id, year, title, starts_on, planned_end, state, percent, opened_at)
   select distinct on (action.partnership_id, action.sheet_id) action.partnership_id, action.id, plan.decision_id, sheet.id, sheet.year, sheet.title, sheet.starts_on, sheet.ends_on, 'PLANNED', 0, plan.adopted_at
   from planned_action action
   join action_plan plan on plan.partnership_id = action.partnership_id and plan.id = action.plan_id and plan.state = 'ADOPTED' and plan.decision_id is not null
   join project_sheet sheet on sheet.partnership_id = action.partnership_id and sheet.id = action.sheet_id
   left join decision on decision.partnership_id = plan.partnership_id and decision.id = plan.decision_id
   left join minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id
   order by action.partnership_id, action.sheet_id, minutes.executory_at is null, plan.version`,
];
