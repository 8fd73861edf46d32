import { isPublic, type TableAccess } from '#platform';

/** Some minutes that every party has signed (Art. 5: executory), with a condition on them. */
const executory = (minutes: string, where: string): string => `exists (select from minutes ${minutes} where ${minutes}.executory_at is not null and ${where})`;
const ofPartnership = (table: string, column = 'partnership_id'): string => executory('signed', `signed.partnership_id = ${table}.${column}`);
const ofMeeting = (table: string, column: string): string => executory('signed', `signed.partnership_id = ${table}.partnership_id and signed.meeting_id = ${table}.${column}`);
const decided = (table: string): string =>
  `exists (select from decision told where told.partnership_id = ${table}.partnership_id and told.id = ${table}.decision_id and told.state = 'ADOPTED')`;

/**
 * What anybody may read, without signing in (F51, AT-22): what is executory, and the names of the institutions it binds. A decision
 * carries its text, a signature its office, an action its title, its days and how far it is. No person, mandate, vote, attendance,
 * sheet, sealed content or file is here.
 */
const publicRows: Readonly<Record<string, string>> = {
  search_document: `audience = 'PUBLIC'`,
  partnership: ofPartnership('partnership', 'id'),
  party: ofPartnership('party'),
  seat: `exists (select from signature given where given.partnership_id = seat.partnership_id and given.seat_id = seat.id)`,
  agreement: ofPartnership('agreement'),
  rule: ofPartnership('rule'),
  axis: `active and ${ofPartnership('axis')}`,
  minutes: 'executory_at is not null',
  meeting: ofMeeting('meeting', 'id'),
  decision: `state = 'ADOPTED' and ${ofMeeting('decision', 'meeting_id')}`,
  signature: executory('signed', 'signed.partnership_id = signature.partnership_id and signed.id = signature.minutes_id and signed.version = signature.version'),
  action_plan: `state = 'ADOPTED' and ${decided('action_plan')}`,
  followed_action: `sheet_id is not null and ${decided('followed_action')}`,
};

/** The list of the house with its public rows: reading alone is widened, and for the public's transactions alone. @throws Error when a table is named that the list has not */
export function withPublicRows(tables: readonly TableAccess[]): TableAccess[] {
  const unknown = Object.keys(publicRows).filter((name) => !tables.some(({ table }) => table === name));
  if (unknown.length > 0) throw new Error(`public rows of tables that are not in the list: ${unknown.join(', ')}`);
  return tables.map((access) => {
    const rows = publicRows[access.table];
    return rows === undefined ? access : { ...access, read: `(${access.read}) or (${isPublic} and ${rows})`, write: access.write ?? access.read };
  });
}
