import { refusedFor, retryFor, type Delivery } from './mailer.js';

/** What nodemailer writes on its errors (10.6). */
export interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

/**
 * A 5xx is a verdict on this message only when it answers the recipient or the content (or a size told with the sender).
 * At the greeting, at sign-in or about our own address it speaks of our settings: every letter would be lost for one
 * wrong password, so those are tried again while the health page says so.
 */
const isAboutTheLetter = ({ code, command, responseCode }: SmtpError): boolean =>
  code !== 'EAUTH' && (command === 'RCPT TO' || command === 'DATA' || (command === 'MAIL FROM' && responseCode === 552));

/** From a failed SMTP exchange to an outcome (documents.md §4). Silence, a broken line, 4xx: RETRY. */
export function deliveryOfError(error: SmtpError): Delivery {
  const reason = error.response ?? `${error.code ?? 'error'}: ${error.message}`;
  return error.permanent === true && isAboutTheLetter(error) ? refusedFor(reason) : retryFor(reason);
}
