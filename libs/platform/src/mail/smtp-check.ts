import { createTransport } from 'nodemailer';

/** Why a relay would not take our letters, as far as it can be told without sending one. */
export type SmtpTrouble = 'HOST_UNKNOWN' | 'NOBODY_LISTENS' | 'SILENT' | 'CERTIFICATE' | 'TLS_WANTED' | 'SIGN_IN_REFUSED' | 'OTHER';

interface Fault {
  readonly code?: string;
  readonly message: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** What kind of trouble a failed exchange is; the text of the fault decides where the library's codes are too coarse. */
export function smtpTroubleOf({ code = '', message, response = '', responseCode }: Fault): SmtpTrouble {
  const said = `${code} ${message} ${response}`;
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(said)) return 'HOST_UNKNOWN';
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(said)) return 'NOBODY_LISTENS';
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 534) return 'SIGN_IN_REFUSED';
  if (responseCode === 530 && /tls/i.test(response)) return 'TLS_WANTED';
  if (/certificate|self.signed|CERT_|altnames|unable to verify/i.test(said)) return 'CERTIFICATE';
  if (/wrong version number|ssl routines/i.test(said)) return 'TLS_WANTED';
  if (/ETIMEDOUT|ETIME|Greeting never received|timeout/i.test(said)) return 'SILENT';
  return 'OTHER';
}

/** The relay's own words, on one line, without what a hostile relay could add to a terminal. */
const wordsOf = ({ message, response }: Fault): string => (response ?? message).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').slice(0, 200);

/**
 * Greets the relay (EHLO), secures the line and signs in as the letters would; sends nothing.
 * @returns `null` when the relay is ready
 */
export async function checkSmtp(url: string, silence = 10_000): Promise<{ trouble: SmtpTrouble; said: string } | null> {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: silence,
    greetingTimeout: silence,
    socketTimeout: silence,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const fault = error instanceof Error ? (error as Error & Fault) : { message: String(error) };
    return { trouble: smtpTroubleOf(fault), said: wordsOf(fault) };
  } finally {
    transport.close();
  }
}
