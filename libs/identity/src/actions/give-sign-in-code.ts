import { accepted, refused, type Answer } from '#kernel';
import { parseMailAddress, Work, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { InstanceSecret } from '../store/instance-secret.js';
import { lockPendingCode, sixDigits } from '../store/sign-in-code.store.js';

/** A code said by hand. */
export interface CodeGiven {
  readonly code: string;
  readonly mailAddress: string;
  readonly displayName: string;
  readonly expiresAt: Date;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * When mail does not leave, whoever keeps the machine reads out the code that the person has just asked for: a code serves only in the browser
 * that asked, so there is none to give before. Journaled, and told to both coordinators. Called by the command, never by a request.
 * Refused: PERSON_UNKNOWN, SIGN_IN_CODE_NONE_PENDING.
 */
@Injectable()
export class GiveSignInCode {
  constructor(
    private readonly work: Work,
    private readonly secret: InstanceSecret,
  ) {}

  /** `who`: a mail address, or the person's id. */
  run(ctx: Ctx, who: string): Promise<Answer<CodeGiven>> {
    return this.work.run({ ...ctx, audience: 'INSTANCE' }, (tx) => this.give(tx, who.trim()));
  }

  private async give(tx: Tx, who: string): Promise<Answer<CodeGiven>> {
    const person = await this.personOf(tx, who);
    if (!person) return refused('PERSON_UNKNOWN');
    const { id: personId, mailAddress, displayName } = person;
    const pending = await lockPendingCode(tx, mailAddress);
    if (!pending || pending.personId !== personId) return refused('SIGN_IN_CODE_NONE_PENDING');
    tx.tell({ kind: 'SignInCodeGivenByHand', partnershipId: null, subject: { kind: 'signInCode', id: pending.id }, data: { personId } });
    return accepted({ code: sixDigits(this.secret.value, pending.id), mailAddress, displayName, expiresAt: pending.expiresAt });
  }

  private async personOf(tx: Tx, who: string): Promise<{ id: string; mailAddress: string; displayName: string } | null> {
    const address = parseMailAddress(who);
    const [column, value] = uuid.test(who) ? ['id', who] : ['mail_address', address.refused ? '' : address.value.toLowerCase()];
    const [person] = await tx.query<{ id: string; mailAddress: string; displayName: string }>(`select id, mail_address as "mailAddress", display_name as "displayName" from person where ${column} = $1`, [value]);
    return person ?? null;
  }
}
