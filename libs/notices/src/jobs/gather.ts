import { InstanceSecret } from '#identity';
import { Zones } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { digestRule, isGathered, stepOf } from '../domain/ladder.js';
import { composerOf } from '../mails/composers.js';
import { writeDigest } from '../mails/digest.mail.js';
import type { Composition, Mail } from '../mails/mail.js';
import { carriedBy, digestsOf, dueBeside, markGathered } from '../store/digest.store.js';
import { messageIdOf, planLines, type Line, type NewLine } from '../store/ledger.store.js';
import { Judge, type Cleared } from './judge.js';
import { MailOrigin } from './mail-origin.js';

type OfPartnership = Line & { readonly partnershipId: string };
const ofPartnership = (line: Line): line is OfPartnership => line.partnershipId !== null;

/** May this line wait for company? A reminder that nobody has tried to send; never a notice, a code, or a request to sign. */
function mayBeCarried(line: Line): line is OfPartnership {
  const step = stepOf(line.rule);
  return ofPartnership(line) && line.state === 'PLANNED' && line.attempts === 0 && step !== undefined && isGathered(step.debt);
}

/** Reminders of one person that come together leave as one mail, where she chose so (F15). */
@Injectable()
export class Gather {
  constructor(
    private readonly judge: Judge,
    private readonly zones: Zones,
    private readonly secret: InstanceSecret,
    private readonly origin: MailOrigin,
  ) {}

  /** Puts this line and those due beside it in one digest, a line of the ledger like another. False when it leaves by itself: her rhythm says so, or it is alone. */
  async into(tx: Tx, line: Line, { reader }: Cleared): Promise<boolean> {
    if ((reader.rhythm ?? 'IMMEDIATE') === 'IMMEDIATE' || !mayBeCarried(line)) return false;
    const together: Line[] = [line];
    for (const other of (await dueBeside(tx, line)).filter(mayBeCarried)) if (await this.judge.clear(tx, other)) together.push(other);
    if (together.length === 1) return false;
    await this.open(tx, line, { zone: reader.zone, ids: together.map(({ id }) => id) });
    return true;
  }

  private async open(tx: Tx, { partnershipId, personId, ...line }: OfPartnership, { zone, ids }: { zone: string; ids: readonly string[] }): Promise<void> {
    const today = this.zones.civilAt(tx.now(), zone).date;
    const occurrence = 1 + (await digestsOf(tx, { ...line, partnershipId, personId }, today));
    const digest: NewLine = { partnershipId, personId, rule: digestRule, objectKind: 'partnership', objectId: partnershipId, period: today, occurrence, dueOn: today, sendAt: tx.now(), priority: line.priority, details: { lines: [...ids] } };
    const written = await planLines(tx, [digest], (one) => messageIdOf(this.secret.value, one, this.origin.host));
    if (written !== 1) throw new Error(`a digest of ${today} was there already`);
    await markGathered(tx, ids);
  }

  /** The digest's words: of each line, what its own mail says, if it is still owed; `null` when none is. */
  async write(tx: Tx, composition: Composition): Promise<Mail | null> {
    const mails: Mail[] = [];
    for (const line of (await carriedBy(tx, composition.line)).filter(ofPartnership)) {
      const debt = await this.judge.owed(tx, line);
      const mail = debt && (await composerOf(line.rule)?.(tx, { ...composition, line: { ...line, details: { ...line.details, ...debt.details } } }));
      if (mail) mails.push(mail);
    }
    return mails.length === 0 ? null : writeDigest(composition, mails);
  }
}
