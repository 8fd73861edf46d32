import { accepted, refused, type Answer } from '#kernel';

declare const checked: unique symbol;

/** An address that passed `parseMailAddress`: nothing else is ever given to the SMTP library. */
export type MailAddress = string & { readonly [checked]: true };

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const grammar = new RegExp(`^(${atom}(?:\\.${atom})*)@((?:${label}\\.)+(?![0-9]+$)${label})$`);

/**
 * The only grammar of an address, at input and again at send: ASCII dot-atom, one domain of two labels or more, at most
 * 254 characters, 64 before the @ (RFC 5321 §4.5.3.1). No quotes, comments, groups, literals or spaces: nodemailer reads
 * « Maire <a@b>, c@d » as two recipients even inside an explicit envelope (trust.md 0.5). A domain in another script
 * is written in punycode. The domain is answered in lower case.
 * @returns refused `MAIL_ADDRESS_REFUSED`
 */
export function parseMailAddress(text: string): Answer<MailAddress> {
  const found = text.length <= 254 ? grammar.exec(text) : null;
  if (!found || found[1]!.length > 64) return refused('MAIL_ADDRESS_REFUSED');
  return accepted(`${found[1]}@${found[2]!.toLowerCase()}` as MailAddress);
}
