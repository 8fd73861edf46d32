import { Injectable } from '@nestjs/common';
import { fileClaims, VerifyDocument } from '#deliberation';
import { accepted, type Answer } from '#kernel';
import { receiveUpload, UploadLimits, type Ctx } from '#platform';
import type { PostedForm } from './attachment-desk.js';
import { Places } from './places.js';

/** A signed PV with its annexes; more is no document of ours. */
const limits = new UploadLimits(20 * 1_048_576);

/** Where anybody's file comes in to be verified: hashed, searched for what it claims to be, and forgotten. It is neither opened nor kept. */
@Injectable()
export class VerificationDesk {
  constructor(
    private readonly verify: VerifyDocument,
    private readonly places: Places,
  ) {}

  /** Answers where its verdict is read: `/verify/<hash>?of=<content>`. Refused with VERIFICATION_TOO_MANY before a byte is read, then as the form says. */
  async take(ctx: Ctx, { body, contentType }: PostedForm): Promise<Answer<string>> {
    const admitted = this.verify.admit(ctx);
    if (admitted.refused) return admitted;
    return this.places.hold(async () => {
      const received = await receiveUpload(body, contentType, limits);
      if (received.refused) return received;
      const { hash, claims } = await fileClaims(received.value.file.bytes);
      return accepted(`/verify/${hash}?${new URLSearchParams([['file', 'yes'], ...claims.map((claim): [string, string] => ['of', claim])])}`);
    });
  }
}
