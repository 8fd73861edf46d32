import { idUnderSeal, sealedId, type ReadTx, type Tx } from '#platform';

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

const purpose = 'calendar feed';

/** What stands in the address: which feed, sealed. */
export const feedToken = (secret: string, id: string): string => sealedId(secret, purpose, id);

/** Whose open feed an address is, and in which language she reads; `null` for any other text. Read as the instance. */
export async function readerOfFeed(tx: ReadTx, secret: string, token: string): Promise<{ personId: string; language: string } | null> {
  const id = idUnderSeal(secret, purpose, token);
  if (id === null) return null;
  const [reader] = await tx.query<{ personId: string; language: string }>(
    'select person.id as "personId", person.language from calendar_feed join person on person.id = calendar_feed.person_id where calendar_feed.id = $1 and closed_at is null',
    [id],
  );
  return reader ?? null;
}
