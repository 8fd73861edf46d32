import { InstanceSecret } from '#identity';
import { Zones } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { carriedTogether, companyRules, companyUntil, isNewsLine, mayBeCarried, newsRules } from '../domain/company.js';
import { composerOf } from '../mails/composers.js';
import { withNews, writeDigest } from '../mails/digest.mail.js';
import type { Composition, Mail } from '../mails/mail.js';
import { carriedBy, carriedIn, carry, digestsWaiting, dueBeside, letGo, readersDue, waitForCompany } from '../store/digest.store.js';
import { endLines, messageIdOf, plannedHour, type Line } from '../store/ledger.store.js';
import { Judge, type Cleared } from './judge.js';
import { MailOrigin } from './mail-origin.js';
import { openDigest } from './open-digest.js';

type OfPartnership = Line & { readonly partnershipId: string };
const ofPartnership = (line: Line): line is OfPartnership => line.partnershipId !== null;

/** A reminder that nobody has tried to send; never a notice, a code, or a request to sign. */
const mayBeCarriedNow = (line: Line): line is OfPartnership => ofPartnership(line) && line.state === 'PLANNED' && line.attempts === 0 && mayBeCarried(line);

const matterOf = ({ objectKind, objectId, period }: Line): string => [objectKind, objectId, period].join('|');

/** Reminders of one person that come together leave as one mail, where she chose so (F15); news leaves with a reminder of hers, whatever she chose. */
@Injectable()
export class Gather {
  constructor(
    private readonly judge: Judge,
    private readonly zones: Zones,
    private readonly secret: InstanceSecret,
    private readonly origin: MailOrigin,
  ) {}

  /** Which of these lines leave in company whatever their reader chose: news, and a reminder to whom news is due too. */
  async inCompany(tx: Tx, lines: readonly Line[]): Promise<Set<string>> {
    const carried = lines.filter(mayBeCarriedNow);
    const readers = carried.length === 0 ? new Set<string>() : await readersDue(tx, carried, newsRules);
    return new Set(carried.filter((line) => isNewsLine(line) || readers.has(line.personId)).map(({ id }) => id));
  }

  /**
   * Puts this line and those due beside it in one digest, a line of the ledger like another. False when it leaves by itself:
   * it is alone and no earlier digest waits. News that is alone waits a while for a reminder.
   */
  async into(tx: Tx, line: Line, { reader }: Cleared): Promise<boolean> {
    const rhythm = reader.rhythm ?? 'IMMEDIATE';
    if (!mayBeCarriedNow(line)) return false;
    const together: Line[] = [line];
    for (const other of carriedTogether(line, (await dueBeside(tx, line)).filter(mayBeCarriedNow), rhythm)) if (await this.judge.clear(tx, other)) together.push(other);
    if (together.length === 1 && (rhythm === 'IMMEDIATE' || (await digestsWaiting(tx, line)).length === 0))
      return isNewsLine(line) && waitForCompany(tx, line, { until: companyUntil(plannedHour(line)), rules: companyRules });
    const { partnershipId, personId, priority } = line;
    const today = this.zones.civilAt(tx.now(), reader.zone).date;
    await openDigest(tx, { partnershipId, personId, priority, today, lines: together.map(({ id }) => id) }, (one) => messageIdOf(this.secret.value, one, this.origin.host));
    return true;
  }

  /** Two digests of a reader may wait when one was on its way while the other was opened: whichever leaves first takes the other along, so that one mail leaves (C1.4). */
  async takeAlong(tx: Tx, digest: Line): Promise<Line> {
    const others = (await digestsWaiting(tx, digest)).filter(({ id }) => id !== digest.id);
    if (others.length === 0) return digest;
    await endLines(tx, others.map(({ id }) => id), { state: 'SUPERSEDED' });
    const all = [...others, digest].sort((one, other) => one.sendAt.getTime() - other.sendAt.getTime());
    return carry(tx, digest, { lines: all.flatMap(carriedIn), asked: all.some(({ details }) => details['asked'] === true) });
  }

  /** The digest's words: of each matter once, what its own mail says, if it is still owed; `null` when none is. What is left out is not gathered any more. */
  async write(tx: Tx, composition: Composition): Promise<Mail | null> {
    const carried = (await carriedBy(tx, composition.line)).filter(ofPartnership);
    const newest = carried.filter((line, place) => !carried.slice(place + 1).some((later) => matterOf(later) === matterOf(line)));
    const written: { readonly id: string; readonly rule: string; readonly mail: Mail }[] = [];
    for (const line of newest) {
      const debt = await this.judge.owed(tx, line);
      const mail = debt && (await composerOf(line.rule)?.(tx, { ...composition, line: { ...line, details: { ...line.details, ...debt.details } } }));
      if (mail) written.push({ id: line.id, rule: line.rule, mail });
    }
    await letGo(tx, composition.line, { state: 'SUPERSEDED', problem: 'told by a newer line of the same digest', but: newest.map(({ id }) => id) });
    await letGo(tx, composition.line, { state: 'CANCELLED', problem: 'no longer due', but: written.map(({ id }) => id) });
    if (written.length === 0) return null;
    const isOneMatter = (composition.reader.rhythm ?? 'IMMEDIATE') === 'IMMEDIATE' && composition.line.details['asked'] !== true && written.filter((one) => !isNewsLine(one)).length < 2;
    return !isOneMatter ? writeDigest(composition, written.map(({ mail }) => mail)) : withNews(composition, written);
  }
}
