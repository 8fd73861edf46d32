import { accepted } from '#kernel';
import { Mailbox, workerCtx, WorkerWork, type Put, type StoredLetter } from '#platform';

/**
 * The demo's mailbox in the house's own database: a letter arrives once, by its Message-ID; a repeat is counted. As in a real
 * mailbox the first content stays: a letter sent again after a kill may say « demain » where it said « dans 2 jours ».
 * Another person's letter under the same Message-ID is refused.
 */
export class DatabaseMailbox extends Mailbox {
  constructor(private readonly work: WorkerWork) {
    super();
  }

  async put({ letter, contentHash }: StoredLetter): Promise<Put> {
    const answer = await this.work.run(workerCtx('mailbox'), async (tx) => {
      const attachments = (letter.attachments ?? []).map(({ filename, contentType, content }) => ({ filename, contentType, content: Buffer.from(content).toString('base64') }));
      const [row] = await tx.query<{ deliveries: number; to_address: string }>(
        `insert into mailbox_message (message_id, to_address, subject, language, html, text, attachments, deliveries, content_hash, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)
         on conflict (message_id) do update set deliveries = mailbox_message.deliveries + 1
         returning deliveries, to_address`,
        [letter.messageId, letter.to.address, letter.subject, letter.language, letter.html, letter.text, JSON.stringify(attachments), contentHash, tx.now()],
      );
      if (!row) throw new Error('the mailbox kept nothing');
      if (row.to_address !== letter.to.address) return accepted<Put>('OTHER_CONTENT');
      return accepted<Put>(row.deliveries === 1 ? 'NEW' : 'REPEAT');
    });
    if (answer.refused) throw new Error(answer.code);
    return answer.value;
  }
}
