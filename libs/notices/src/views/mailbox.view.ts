import { allow, DemoMode, type GraphqlRequest } from '#platform';
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { MailboxMessageType } from './notices.types.js';

allow('Query.mailbox', 'ANYONE');
allow('Query.mailboxMessage', 'ANYONE');

interface MessageLine {
  message_id: string;
  to_address: string;
  subject: string;
  language: string;
  html: string;
  text: string;
  attachments: MailboxMessageType['attachments'];
  deliveries: number;
  received_at: Date;
}

const columns = 'message_id, to_address, subject, language, html, text, attachments, deliveries, received_at';
const messageOf = ({ message_id: messageId, to_address: toAddress, received_at: receivedAt, ...rest }: MessageLine): MailboxMessageType => ({ messageId, toAddress, receivedAt, ...rest });

/** The demo's mailbox, open to whoever looks at the demo; outside a demo it is empty for everyone. */
@Resolver()
export class MailboxView {
  constructor(private readonly demo: DemoMode) {}

  @Query(() => [MailboxMessageType])
  async mailbox(@Args('first', { type: () => Int, defaultValue: 100 }) first: number, @Context() request: GraphqlRequest): Promise<MailboxMessageType[]> {
    if (!this.demo.on) return [];
    const tx = await request.read();
    const lines = await tx.query<MessageLine>(`select ${columns} from mailbox_message order by received_at desc, message_id limit $1`, [Math.min(Math.max(first, 0), 500)]);
    return lines.map(messageOf);
  }

  @Query(() => MailboxMessageType, { nullable: true })
  async mailboxMessage(@Args('messageId', { type: () => ID }) messageId: string, @Context() request: GraphqlRequest): Promise<MailboxMessageType | null> {
    if (!this.demo.on) return null;
    const tx = await request.read();
    const [line] = await tx.query<MessageLine>(`select ${columns} from mailbox_message where message_id = $1`, [messageId]);
    return line ? messageOf(line) : null;
  }
}
