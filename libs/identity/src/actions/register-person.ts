import { accepted, type Answer, type Language } from '#kernel';
import { parseMailAddress, Work, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';
import { PersonRow } from '../store/identity.entity.js';

export interface RegisterPersonInput {
  readonly displayName: string;
  readonly mailAddress: string;
  readonly language: Language;
}

/** A person becomes known to the instance. Called while a partnership is set up, with an instance ctx; never by a request. */
@Injectable()
export class RegisterPerson {
  constructor(private readonly work: Work) {}

  run(ctx: Ctx, input: RegisterPersonInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const address = parseMailAddress(input.mailAddress);
      if (address.refused) return address;
      const id = tx.newId();
      await tx.manager.insert(PersonRow, {
        id,
        displayName: input.displayName.normalize('NFC'),
        mailAddress: address.value.toLowerCase(),
        language: input.language,
        recordedAt: tx.recordedAt(),
      });
      tx.tell({ kind: 'PersonRegistered', partnershipId: null, subject: { kind: 'person', id }, data: {} });
      return accepted(id);
    });
  }
}
