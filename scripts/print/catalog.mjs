// Reads a database's own catalogue and writes it as SQL, always in the same order: `schema.sql`.
// It prints what is there, not what the migrations say: a policy, a grant or a trigger that is missing is a line that is missing.

const known = { r: 'table', p: 'partitioned table', i: 'index', I: 'partitioned index', S: 'sequence', t: 'toast' };
/** What a grant says on a relation, read from its access list; the owner's own rights are not news. */
const grantsOf = (list, owner) => `(
  select coalesce(jsonb_agg(jsonb_build_object('role', coalesce(role.rolname, 'public'), 'verbs', verbs) order by coalesce(role.rolname, 'public')), '[]')
  from (select grantee, string_agg(lower(privilege_type), ', ' order by lower(privilege_type)) as verbs from aclexplode(${list}) where grantee <> ${owner} group by grantee) granted
  left join pg_roles role on role.oid = granted.grantee)`;
const ofExtension = (catalog, oid) => `exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e')`;

const queries = {
  roles: `
    select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powerful, rolcanlogin as login, coalesce(rolconfig, '{}') as config
    from pg_roles where rolname like 'passerelle\\_%' order by rolname`,
  extensions: `select extname as name from pg_extension where extname <> 'plpgsql' order by extname`,
  functions: `
    select oid::regprocedure::text as signature, pg_get_functiondef(oid) as definition, ${grantsOf(`coalesce(proacl, acldefault('f', proowner))`, 'proowner')} as grants
    from pg_proc where pronamespace = 'public'::regnamespace and not ${ofExtension('pg_proc', 'pg_proc.oid')} order by 1`,
  relations: `
    select c.oid, c.relname as name, c.relkind as kind, c.relrowsecurity as secured, c.relforcerowsecurity as forced, c.relowner::regrole::text as owner,
           ${grantsOf('c.relacl', 'c.relowner')} as grants
    from pg_class c where c.relnamespace = 'public'::regnamespace and not ${ofExtension('pg_class', 'c.oid')} order by c.relname`,
  columns: `
    select a.attrelid as oid, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, a.attidentity as identity, a.attgenerated as generated,
           pg_get_expr(d.adbin, d.adrelid) as value, ${grantsOf('a.attacl', 'c.relowner')} as grants
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum`,
  constraints: `
    select conrelid as oid, conname as name, pg_get_constraintdef(oid, true) as definition
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'c', 'f') and conrelid <> 0
    order by conrelid, position(contype in 'puxcf'), conname`,
  indexes: `
    select indrelid as oid, pg_get_indexdef(indexrelid) as definition from pg_index
    where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x')) order by indrelid, indexrelid::regclass::text`,
  policies: `
    select polrelid as oid, polname as name, polcmd as verb, polpermissive as permissive, pg_get_expr(polqual, polrelid) as reads, pg_get_expr(polwithcheck, polrelid) as writes,
           (select string_agg(case role when 0 then 'public' else role::regrole::text end, ', ' order by 1) from unnest(polroles) role) as roles
    from pg_policy order by polrelid, polname`,
  triggers: `select tgrelid as oid, pg_get_triggerdef(oid, true) as definition from pg_trigger where not tgisinternal order by tgrelid, tgname`,
};
const verbs = { '*': 'all', r: 'select', a: 'insert', w: 'update', d: 'delete' };

/**
 * The whole schema `public` of a migrated database, roles first, tables by name. The queue's own schema is BullMQ's, not ours.
 * @throws Error for a kind of object it could not print: nothing is left out in silence
 */
export async function readCatalog(client) {
  const found = {};
  for (const [name, query] of Object.entries(queries)) found[name] = (await client.query(query)).rows;
  const tables = found.relations.filter(({ kind }) => kind === 'r' || kind === 'p');
  const strange = found.relations.find(({ kind }) => !(kind in known));
  if (strange) throw new Error(`schema.sql does not know how to print ${strange.name} (pg_class.relkind = ${strange.kind}): teach scripts/print/catalog.mjs`);
  const sections = [
    found.roles.map(roleText),
    found.extensions.map(({ name }) => `create extension ${name};`),
    ...found.functions.map((each) => [`${each.definition.trimEnd()};`, ...grantTexts(`function ${each.signature}`, each.grants)]),
    ...tables.map((table) => tableText(table, found)),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function roleText({ name, powerful, login, config }) {
  const bounds = config.map((setting) => setting.replace('=', ' = ')).sort().join(', ');
  return `-- role ${name}: ${login ? 'login' : 'no login'}${powerful ? ', POWERFUL' : ''}${bounds ? `; ${bounds}` : ''}`;
}

const grantTexts = (object, grants) => grants.map(({ role, verbs: list }) => `grant ${list} on ${object} to ${role};`);

function tableText(table, found) {
  const of = (list) => list.filter(({ oid }) => oid === table.oid);
  const columns = of(found.columns);
  const body = [...columns.map(columnText), ...of(found.constraints).map(({ name, definition }) => `constraint ${name} ${definition}`)];
  return [
    `-- ${table.name}, owned by ${table.owner}`,
    `create table ${table.name} (\n${body.map((line) => `  ${line}`).join(',\n')}\n);`,
    ...of(found.indexes).map(({ definition }) => `${definition};`),
    ...(table.secured ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forced ? [`alter table ${table.name} force row level security;`] : []),
    ...of(found.policies).map((policy) => policyText(table.name, policy)),
    ...grantTexts(table.name, table.grants),
    ...columns.flatMap(({ name, grants }) => grants.map(({ role, verbs: list }) => `grant ${list.split(', ').map((verb) => `${verb} (${name})`).join(', ')} on ${table.name} to ${role};`)),
    ...of(found.triggers).map(({ definition }) => `${definition};`),
  ];
}

function columnText({ name, type, required, identity, generated, value }) {
  const made = generated ? ` generated always as (${value}) stored` : identity ? ` generated ${identity === 'a' ? 'always' : 'by default'} as identity` : value === null ? '' : ` default ${value}`;
  return `${name} ${type}${required ? ' not null' : ''}${made}`;
}

function policyText(table, { name, verb, permissive, roles, reads, writes }) {
  const conditions = [...(reads === null ? [] : [`using (${reads})`]), ...(writes === null ? [] : [`with check (${writes})`])];
  return `create policy ${name} on ${table}${permissive ? '' : ' as restrictive'} for ${verbs[verb]} to ${roles} ${conditions.join(' ')};`;
}
