import { accepted, refused, type Answer } from '#kernel';

/** An address of the one grammar we write to: `local@domain`, ASCII dot-atom. */
export type MailAddress = string & { readonly __mailAddress: never };

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const grammar = new RegExp(`^(?=.{1,254}$)(?=[^@]{1,64}@)${atom}(?:\\.${atom})*@(?:${label}\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$`);

/**
 * The same grammar at input and at send (RFC 5322 dot-atom, no quoting, no group, no display name): a mail library
 * that parses addresses again then finds exactly one (trust.md 0.5). Refused with `MAIL_ADDRESS_REFUSED`.
 */
export const parseMailAddress = (text: string): Answer<MailAddress> =>
  grammar.test(text) ? accepted(text as MailAddress) : refused('MAIL_ADDRESS_REFUSED');
