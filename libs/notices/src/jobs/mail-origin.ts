import type { MailAddress } from '#platform';

/** From whom and from where mails speak: given by the settings. */
export abstract class MailOrigin {
  /** Origin of every link, without a final slash. */
  abstract readonly publicUrl: string;
  /** Right side of every Message-ID. */
  abstract readonly host: string;
  abstract readonly from: MailAddress;
}
