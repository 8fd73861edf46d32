/** Row-level security as data: who may read and write a table, turned into policies and grants. */
export interface TableAccess {
  readonly table: string;
  /** SQL condition on the row; `partnershipRow` for what a partnership owns. */
  readonly read: string;
  /** Condition on rows written; by default the one of `read`. */
  readonly write?: string;
  /** What `app` may do besides reading. `UPDATE(a, b)` grants these columns only. */
  readonly app: readonly string[];
  /** What `worker` may do besides reading. */
  readonly worker?: readonly string[];
}

/** InitPlan form: the setting is read once a statement, not once a row (0.55–0.63 of plain speed instead of 0.05–0.08). */
const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), ''))`;
export const viewer = `${setting('person')}::uuid`;
export const viewerPartnerships = `any ((${setting('partnerships')})::uuid[])`;
export const viewerParties = `any ((${setting('parties')})::uuid[])`;
/** Partnerships in whose preparation the viewer takes part: not those where only a guest's, carrier's, evaluator's or observer's seat is held. */
export const viewerPreparing = `any ((${setting('preparing')})::uuid[])`;
/** Partnerships whose minutes the viewer keeps. */
export const viewerKeeping = `any ((${setting('keeping')})::uuid[])`;
export const isInstance = `${setting('audience')} = 'INSTANCE'`;
/** Nobody signed in: sees what is executory, and nothing else of a partnership. */
export const isPublic = `${setting('audience')} = 'PUBLIC'`;
/** A row that belongs to one of the viewer's partnerships. */
export const partnershipRow = `partnership_id = ${viewerPartnerships}`;
/** A row of a partnership in whose preparation the viewer takes part. */
export const preparedRow = `(${partnershipRow} and partnership_id = ${viewerPreparing})`;
/** A row that is seen with the row it belongs to (the parent's own policy decides): `keys` are the child's columns and the parent's. */
export const seenWith = (child: string, parent: string, keys: readonly (readonly [string, string])[]): string =>
  `(${partnershipRow} and exists (select from ${parent} parent where ${[['partnership_id', 'partnership_id'] as const, ...keys].map(([own, other]) => `parent.${other} = ${child}.${own}`).join(' and ')}))`;

const verbs = (grants: readonly string[]): string[] => grants.map((grant) => grant.replace(/\(.*/, '').trim().toLowerCase());

function policiesOf({ table, read, write = read, app }: TableAccess): string[] {
  const forVerb: Record<string, string> = {
    insert: `for insert to passerelle_app with check (${write})`,
    update: `for update to passerelle_app using (${write}) with check (${write})`,
    delete: `for delete to passerelle_app using (${write})`,
  };
  return [
    `create policy ${table}_owner on ${table} to passerelle_owner using (true) with check (true)`,
    `create policy ${table}_worker on ${table} to passerelle_worker using (true) with check (true)`,
    `create policy ${table}_auditor on ${table} for select to passerelle_auditor using (true)`,
    `create policy ${table}_app_select on ${table} for select to passerelle_app using (${read})`,
    ...[...new Set(verbs(app))].map((verb) => `create policy ${table}_app_${verb} on ${table} ${forVerb[verb]}`),
  ];
}

/** The statements that close a table and open exactly what `access` says. */
export function accessSql(access: TableAccess): string[] {
  const { table, app, worker = [] } = access;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `revoke all on ${table} from public`,
    `grant select on ${table} to passerelle_app, passerelle_worker, passerelle_auditor`,
    ...app.map((grant) => `grant ${grant} on ${table} to passerelle_app`),
    ...worker.map((grant) => `grant ${grant} on ${table} to passerelle_worker`),
    ...policiesOf(access),
  ];
}
