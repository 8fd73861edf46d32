/** A delivery report as mail servers write them (RFC 3462, RFC 3464), about one letter. */
export interface Report {
  readonly messageId: string;
  readonly action?: 'failed' | 'delayed' | 'relayed';
  readonly diagnostic?: string;
  /** The whole letter comes back, or its headers only. */
  readonly whole?: boolean;
}

const lines = (...all: readonly string[]): string => all.join('\r\n');

/** Its bytes. The diagnosis is folded, as a long one is. */
export function deliveryReport({ messageId, action = 'failed', diagnostic = 'smtp; 550 5.1.1 <elu@ville.example>: no such\r\n    mailbox here', whole = false }: Report): Buffer {
  return Buffer.from(lines(
    'From: Mail Delivery System <MAILER-DAEMON@relais.example>',
    'To: passerelle@cooperation.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This letter could not be delivered.',
    '',
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relais.example',
    '',
    'Final-Recipient: rfc822; elu@ville.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--cut',
    `Content-Type: ${whole ? 'message/rfc822' : 'text/rfc822-headers'}`,
    '',
    'From: passerelle@cooperation.example',
    'To: elu@ville.example',
    'Subject: =?utf-8?q?Proc=C3=A8s-verbal?=',
    `Message-ID: <${messageId}>`,
    ...(whole ? ['', 'Message-ID: <another@in.the.text>'] : []),
    '',
    '--cut--',
    '',
  ));
}
