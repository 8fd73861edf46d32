import { accepted, directionOf, Zones, type CivilDate, dateInWords, type Language } from '#kernel';
import { InstanceSecret, sixDigits } from '#identity';
import { failpoint, mailLayout, Mailer, parseMailAddress, WorkerWork, workerCtx, type Letter, type Tx } from '#platform';
import { say } from '#phrases';
import { Injectable } from '@nestjs/common';
import { current, quietHours } from '../domain/planning.js';
import { isStillDue, stepOf } from '../domain/ladder.js';
import { composerOf } from '../mails/composers.js';
import type { Mail, MailTools, Reader } from '../mails/mail.js';
import { dueTogether, endLines, firstRequestAt, markSending, markSent, postpone, takeLine, tryAgainLater, type Line } from '../store/ledger.store.js';
import { debtsOf } from './debts.js';
import { MailOrigin } from './mail-origin.js';
import { readerOf } from './reader.js';

/** A sender that dies keeps its line this long; then another takes it, with the same Message-ID (RFC 1047's window). */
const leaseSeconds = 60;

type Taken = { readonly line: Line; readonly letter: Letter } | null;

/**
 * Sends one line of the ledger, once. Three commits: SENDING with its lease, the letter out, SENT. Killed between the first
 * and the third, the line is sent again under the same Message-ID: the only repeat there can be (trust.md, R3).
 */
@Injectable()
export class Deliver {
  constructor(
    private readonly work: WorkerWork,
    private readonly mailer: Mailer,
    private readonly zones: Zones,
    private readonly origin: MailOrigin,
    private readonly secret: InstanceSecret,
  ) {}

  /** Does nothing when the line is gone, held, overtaken, or has no reason to leave any more. */
  async run(id: string): Promise<void> {
    failpoint('notices.before-take');
    const taken = await this.take(id);
    if (!taken) return;
    failpoint('notices.sending');
    const delivery = await this.mailer.send(taken.letter);
    failpoint('notices.after-send');
    await this.work.run(workerCtx('deliver'), async (tx) => {
      if (delivery.outcome === 'SENT') await this.sent(tx, taken.line);
      else if (delivery.outcome === 'REFUSED') await endLines(tx, [id], { state: 'FAILED', problem: delivery.reason });
      else await tryAgainLater(tx, taken.line, delivery.reason);
      return accepted(null);
    });
    failpoint('notices.sent');
  }

  private async sent(tx: Tx, line: Line): Promise<void> {
    await markSent(tx, line.id);
    const { partnershipId, rule, personId, dueOn } = line;
    tx.tell({ kind: 'ReminderSent', partnershipId, subject: { kind: 'reminder', id: line.id }, data: { rule, personId, dueOn } });
  }

  private async take(id: string): Promise<Taken> {
    const answer = await this.work.run(workerCtx('deliver'), async (tx) => accepted(await this.judge(tx, id)));
    return answer.refused ? null : answer.value;
  }

  /** Under the line's lock: overtaken? too soon? still due? Only then SENDING. */
  private async judge(tx: Tx, id: string): Promise<Taken> {
    const line = await takeLine(tx, id);
    if (!line || line.sendAt > tx.now()) return null;
    if (stepOf(line.rule) && line.state === 'PLANNED' && !(await this.mayLeave(tx, line))) return null;
    const reader = await readerOf(tx, line, this.zones);
    const mail = reader && (await this.compose(tx, line, reader));
    if (!reader || !mail) {
      await endLines(tx, [id], { state: 'CANCELLED', problem: reader ? 'no longer due' : 'nobody holds this office' });
      return null;
    }
    const letter = this.letterOf(line, mail, reader);
    if (!letter) {
      await endLines(tx, [id], { state: 'FAILED', problem: 'the mail address is outside the grammar' });
      return null;
    }
    await markSending(tx, id, leaseSeconds);
    return { line, letter };
  }

  private async mayLeave(tx: Tx, line: Line): Promise<boolean> {
    const step = stepOf(line.rule);
    const debt = (await debtsOf(tx, this.zones, line.partnershipId)).find(
      ({ objectKind, objectId, period }) => objectKind === line.objectKind && objectId === line.objectId && period === line.period,
    );
    const owes = debt && step && isStillDue(step, debt.standing) && (!step.to.every((audience) => audience === 'DEBTOR') || debt.debtors.includes(line.personId));
    if (!owes) {
      await endLines(tx, [line.id], { state: 'CANCELLED', problem: 'no longer due' });
      return false;
    }
    const { leaves, superseded } = current((await dueTogether(tx, line)).filter(({ rule }) => stepOf(rule)));
    await endLines(tx, superseded.map(({ id }) => id), { state: 'SUPERSEDED' });
    if (leaves?.id !== line.id) return false;
    const first = await firstRequestAt(tx, line);
    const quietUntil = first && new Date(first.getTime() + quietHours * 3_600_000);
    if (!quietUntil || quietUntil <= tx.now()) return true;
    await postpone(tx, line.id, quietUntil);
    return false;
  }

  private async compose(tx: Tx, line: Line, reader: Reader): Promise<Mail | null> {
    const compose = composerOf(line.rule);
    if (!compose) throw new Error(`no mail is written for ${line.rule}`);
    return compose({ tx, line, reader, tools: this.toolsFor(tx, line, reader) });
  }

  private toolsFor(tx: Tx, line: Line, reader: Reader): MailTools {
    return {
      url: (path) => `${this.origin.publicUrl}${path}`,
      day: (date) => dateInWords(date as CivilDate, reader.language, 'FULL'),
      time: (instant) => this.zones.civilAt(new Date(instant), reader.zone).time,
      today: this.zones.civilAt(tx.now(), reader.zone).date,
      zones: this.zones,
      organizer: this.origin.from,
      code: () => sixDigits(this.secret.value, line.objectId),
    };
  }

  private letterOf(line: Line, mail: Mail, reader: Reader): Letter | null {
    const to = parseMailAddress(reader.mailAddress);
    if (to.refused) return null;
    const { language } = reader;
    const spoken: Language = language === 'ar' ? 'ar' : 'fr';
    const { text, html } = mailLayout({
      ...mail.draft,
      language: spoken,
      direction: directionOf(spoken),
      title: mail.subject,
      footer: { lines: [[say(spoken, 'notices.footer.why', {})]], links: [{ label: say(spoken, 'notices.footer.myTurn', {}), url: `${this.origin.publicUrl}/` }] },
    });
    return {
      messageId: line.messageId,
      from: { name: 'Passerelle', address: this.origin.from },
      to: { name: reader.displayName, address: to.value },
      subject: mail.subject,
      language: spoken,
      text,
      html,
      ...(mail.attachments ? { attachments: mail.attachments } : {}),
    };
  }
}
