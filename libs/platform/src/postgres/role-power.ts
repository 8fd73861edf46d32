import pg from 'pg';

/** A role that row-level security would not hold, and its name; `null` when the role is a plain one. */
export async function powerOfRole(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; powerful: boolean; owner: boolean }>(
      `select current_user as name, rolsuper or rolbypassrls as powerful,
              exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as owner
       from pg_roles where rolname = current_user`,
    );
    const role = rows[0];
    return role && (role.powerful || role.owner) ? role.name : null;
  } finally {
    await client.end();
  }
}
