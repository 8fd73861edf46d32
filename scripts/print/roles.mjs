// deploy/roles.sql: what an administrator runs once on a PostgreSQL of theirs, read back from a cluster that the house itself prepared.
// For psql: it takes each password from the environment (\getenv), so that none is written anywhere.

/** One role as the prepared cluster has it: its powers, its bounds. */
const rolesQuery = `
  select rolname as name, coalesce(rolconfig, '{}') as config,
         case when rolsuper then 'superuser' else 'nosuperuser' end || ' ' || case when rolbypassrls then 'bypassrls' else 'nobypassrls' end || ' ' ||
         case when rolcreatedb then 'createdb' else 'nocreatedb' end || ' ' || case when rolcreaterole then 'createrole' else 'nocreaterole' end || ' ' ||
         case when rolreplication then 'replication' else 'noreplication' end as powers
  from pg_roles where rolname like 'passerelle\\_%' and rolcanlogin order by rolname`;

/** PostgreSQL has locales of its own from version 17; before, the system's `C.UTF-8` classes characters the same way. */
const beforeSeventeen = (creation) => creation.replace(/ locale_provider builtin .*$/, ` lc_collate 'C' lc_ctype 'C.UTF-8'`);

/** `creation` and `grants`: the house's own statements for its database. */
export async function readRoles(client, { creation, grants }) {
  const { rows } = await client.query(rolesQuery);
  return `${[
    '-- Printed by npm run print from a cluster the house prepared; do not edit. Needs psql 14 or later, as a superuser, once:',
    `--   ${rows.map(({ name }) => `${passwordOf(name)}=…`).join(' ')} psql -v ON_ERROR_STOP=1 -d postgres -f deploy/roles.sql`,
    '\\set ON_ERROR_STOP on',
    ...rows.flatMap(roleLines),
    '',
    `select current_setting('server_version_num')::int >= 170000 as builtin_locales \\gset`,
    '\\if :builtin_locales',
    `${creation};`,
    '\\else',
    `${beforeSeventeen(creation)};`,
    '\\endif',
    ...grants.map((statement) => `${statement};`),
  ].join('\n')}\n`;
}

const passwordOf = (role) => `${role.replace(/^passerelle_/, '').toUpperCase()}_PASSWORD`;

// psql keeps the last value of a variable whose name is absent from the environment: unset, it stops there instead.
function roleLines({ name, config, powers }) {
  const bounds = config.map((setting) => setting.split('=')).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '',
    '\\unset password',
    `\\getenv password ${passwordOf(name)}`,
    `create role ${name} login ${powers} password :'password';`,
    ...bounds.map(([setting, value]) => `alter role ${name} set ${setting} = '${value}';`),
  ];
}
