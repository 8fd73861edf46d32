import { accepted, type Answer } from '#kernel';
import { Work, type Ctx } from '#platform';
import { Injectable } from '@nestjs/common';

export interface AppointAdminInput {
  readonly personId: string;
}

/**
 * A known person runs the instance from now on: opens partnerships, watches its health, sees no partnership's rows by that alone.
 * Called by `passerelle init` with an instance ctx; never by a request. Appointed twice, nothing changes and nothing is told.
 */
@Injectable()
export class AppointAdmin {
  constructor(private readonly work: Work) {}

  run(ctx: Ctx, { personId }: AppointAdminInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const changed = await tx.query(
        `insert into instance_admin (person_id, since) values ($1, $2)
         on conflict (person_id) do update set "until" = null where instance_admin."until" is not null returning person_id`,
        [personId, tx.recordedAt()],
      );
      if (changed.length > 0) tx.tell({ kind: 'InstanceAdminAppointed', partnershipId: null, subject: { kind: 'person', id: personId }, data: {} });
      return accepted(personId);
    });
  }
}
