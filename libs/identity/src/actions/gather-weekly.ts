import { accepted, AskingPace, MachineClock, refused, type Answer } from '#kernel';
import { Work, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { networkOf } from '../domain/network.js';
import { InstanceSecret } from '../store/instance-secret.js';
import { readerOfToken } from '../store/unsubscribe.store.js';

/** What one network may ask in a quarter of an hour. A mail provider clicks for many of its people: a default of the product. */
export const clicksPerQuarter = 300;

/** Of whom the reminders are gathered now, and in which language she is told. */
export interface Gathered {
  readonly personId: string;
  readonly language: string;
}

/**
 * « Se désabonner » in one click (RFC 8058): her reminders come once a week from now on. It ends none: a deadline of the law or of the
 * agreement is gathered, never silenced (design C1.5), and what leaves at once still does. Without a session: the token says whose they are.
 */
@Injectable()
export class GatherWeekly {
  private readonly pace = new AskingPace(clicksPerQuarter);

  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
    private readonly machine: MachineClock,
  ) {}

  /** Done twice it changes nothing. @returns refused NOT_FOUND for any other text, CLICKS_TOO_MANY {maximum} */
  run(ctx: Ctx, token: string): Promise<Answer<Gathered>> {
    const { visitor } = ctx;
    if (visitor && !this.pace.admits(networkOf(visitor.address), this.machine.now())) return Promise.resolve(refused('CLICKS_TOO_MANY', { maximum: clicksPerQuarter }));
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, async (tx) => {
      const reader = await readerOfToken(tx, this.secret.value, token);
      if (!reader) return refused('NOT_FOUND');
      const { personId, language } = reader;
      const changed = await tx.query(`update person set mail_rhythm = 'WEEKLY' where id = $1 and mail_rhythm <> 'WEEKLY' returning id`, [personId]);
      if (changed.length > 0) tx.tell({ kind: 'MailRhythmChosen', partnershipId: null, subject: { kind: 'person', id: personId }, data: { rhythm: 'WEEKLY' } });
      return accepted({ personId, language });
    });
  }
}
