import { hmacBytes, type ReadTx, type Tx } from '#platform';

/** An open calendar address. */
export interface Feed {
  readonly id: string;
  readonly openedAt: Date;
}

/** The open address of a person; `null` when she has none. */
export async function openFeedOf(tx: ReadTx, personId: string): Promise<Feed | null> {
  const [feed] = await tx.query<Feed>('select id, opened_at as "openedAt" from calendar_feed where person_id = $1 and closed_at is null', [personId]);
  return feed ?? null;
}

/** Closes whatever is open; false when nothing was. */
export async function closeFeed(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.query('update calendar_feed set closed_at = $2 where person_id = $1 and closed_at is null returning id', [personId, tx.recordedAt()])).length > 0;
}

/** A new address; the one before answers no more. */
export async function openFeed(tx: Tx, personId: string): Promise<string> {
  await closeFeed(tx, personId);
  const id = tx.newId();
  await tx.query('insert into calendar_feed (id, person_id, opened_at) values ($1, $2, $3)', [id, personId, tx.recordedAt()]);
  return id;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sealOf = (secret: string, id: string): string => hmacBytes(secret, `calendar feed ${id}`).toString('base64url');

/** What stands in the address: which feed, and 256 bits that only this instance can make. */
export const feedToken = (secret: string, id: string): string => `${id}.${sealOf(secret, id)}`;

/** Whose open feed an address is, and in which language she reads; `null` for any other text. Read as the instance. */
export async function readerOfFeed(tx: ReadTx, secret: string, token: string): Promise<{ personId: string; language: string } | null> {
  const [id = '', seal = ''] = token.split('.');
  if (!uuid.test(id) || !hmacBytes(secret, seal).equals(hmacBytes(secret, sealOf(secret, id)))) return null;
  const [reader] = await tx.query<{ personId: string; language: string }>(
    'select person.id as "personId", person.language from calendar_feed join person on person.id = calendar_feed.person_id where calendar_feed.id = $1 and closed_at is null',
    [id],
  );
  return reader ?? null;
}
