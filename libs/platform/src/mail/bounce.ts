/** A letter that a server had taken and that did not arrive after all. */
export interface Bounce {
  /** Message-ID of the letter that came back, without its angle brackets. */
  readonly messageId: string;
  /** In the words of the server that gave it up. */
  readonly reason: string;
}

type Fields = ReadonlyMap<string, string>;

/** Fields of one group, names in small letters, folded lines joined (RFC 5322, 2.2.3). */
const fieldsOf = (group: string): Fields => {
  const lines = group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(lines.flatMap((line) => {
    const at = line.indexOf(':');
    return at === -1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
  }));
};

/** `delayed` is no end: the server goes on trying, and `relayed` or `expanded` are none either (RFC 3464, 2.3.3). */
const gaveUp = (fields: Fields): boolean => fields.get('action')?.toLowerCase() === 'failed';
const reasonIn = (fields: Fields): string => (fields.get('diagnostic-code') ?? fields.get('status') ?? '').replace(/^smtp\s*;\s*/i, '');

const textOf = (content: unknown): string => (typeof content === 'string' ? content : new TextDecoder().decode(content as ArrayBuffer));
const messageIdIn = (letter: string): string | undefined => /^message-id:\s*<([^<>\s]+)>/im.exec(letter.split(/\r?\n\r?\n/, 1)[0] ?? '')?.[1];

/** What a delivery report says (RFC 3464): which letter came back, and why. `null` for any other message, and for a letter that is only late. */
export async function bounceIn(source: Uint8Array): Promise<Bounce | null> {
  const { default: PostalMime } = await import('postal-mime');
  const { attachments } = await PostalMime.parse(source, { forceRfc822Attachments: true });
  const part = (...types: readonly string[]): string => textOf(attachments.find(({ mimeType }) => types.includes(mimeType))?.content ?? '');
  const groups = part('message/delivery-status', 'message/global-delivery-status').split(/\r?\n\r?\n/).map(fieldsOf);
  const failed = groups.find(gaveUp);
  const messageId = messageIdIn(part('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'));
  return failed && messageId ? { messageId, reason: reasonIn(failed) } : null;
}
