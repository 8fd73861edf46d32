import { addressOfChange, InstanceSecret, sixDigits, unsubscribeToken } from '#identity';
import { dateInWords, Zones, type CivilDate } from '#kernel';
import type { Letter, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { digestRule } from '../domain/ladder.js';
import { inPartnership } from '../domain/partnership-path.js';
import { composerOf } from '../mails/composers.js';
import { letterOf } from '../mails/letter.js';
import type { Compose, MailTools, Reader } from '../mails/mail.js';
import { staged } from '../mails/row.mail.js';
import { codePriority, type Line } from '../store/ledger.store.js';
import { Gather } from './gather.js';
import type { Cleared } from './judge.js';
import { MailOrigin } from './mail-origin.js';
import { readerOf } from './recipients.js';

/** The code of a change goes to the new address, its news to the old one. */
const addressOfRule: Readonly<Record<string, 'NEW' | 'OLD'>> = { ADDRESS_CODE: 'NEW', ADDRESS_CHANGED: 'OLD' };

/** Writes the letter of a line: the words of its rule, in its reader's language, at the reader's hour. */
@Injectable()
export class Scribe {
  constructor(
    private readonly zones: Zones,
    private readonly origin: MailOrigin,
    private readonly secret: InstanceSecret,
    private readonly gather: Gather,
  ) {}

  /** The reader of a line of the instance, a sign-in code: any known person, at the address that a change of address speaks of. */
  async knownPerson(tx: Tx, line: Line): Promise<Cleared | null> {
    const reader = await readerOf(tx, line.personId);
    const which = addressOfRule[line.rule];
    if (!reader || !which) return reader && { reader, debt: null };
    const mailAddress = await addressOfChange(tx, line.objectId, which);
    return mailAddress === null ? null : { reader: { ...reader, mailAddress }, debt: null };
  }

  /** @throws Error when nobody writes the mail of this rule: a bug. */
  async write(tx: Tx, line: Line, reader: Reader): Promise<Letter | 'NOT_DUE' | 'NO_ADDRESS'> {
    const compose: Compose | undefined = line.rule === digestRule ? (one, composition) => this.gather.write(one, composition) : composerOf(line.rule);
    if (!compose) throw new Error(`no mail is written for ${line.rule}`);
    const mail = await compose(tx, { line, reader, tools: this.toolsFor(tx, line, reader) });
    if (!mail) return 'NOT_DUE';
    const { messageId, rule, partnershipId, id } = line;
    const envelope = { messageId, from: this.origin.from, publicUrl: this.origin.publicUrl, reader, rule, lineId: partnershipId === null ? undefined : id, clickToken: this.clickTokenFor(reader) };
    const letter = letterOf(staged(mail, rule, reader.language), envelope) ?? 'NO_ADDRESS';
    return letter !== 'NO_ADDRESS' && line.priority <= codePriority ? { ...letter, urgent: true } : letter;
  }

  /** One click is a promise that the standard makes for https alone (RFC 8058, 3.1). */
  private clickTokenFor(reader: Reader): string | undefined {
    return this.origin.publicUrl.startsWith('https://') ? unsubscribeToken(this.secret.value, reader) : undefined;
  }

  private toolsFor(tx: Tx, line: Line, reader: Reader): MailTools {
    return {
      url: (path) => `${this.origin.publicUrl}${inPartnership(path, line.partnershipId)}`,
      day: (date) => dateInWords(date as CivilDate, reader.language, 'FULL'),
      today: this.zones.civilAt(tx.now(), reader.zone).date,
      machineNow: tx.recordedAt(),
      zones: this.zones,
      organizer: this.origin.from,
      code: () => sixDigits(this.secret.value, line.objectId),
    };
  }
}
