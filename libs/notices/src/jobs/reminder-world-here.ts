import { Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DebtKind } from '../domain/ladder.js';
import type { Debt } from '../domain/planning.js';
import { ReminderWorld, type NamedCompany, type Owing } from '../views/reminder-world.js';
import { debtsOf } from './debts.js';
import { playedCompany } from './played-company.js';
import { crowdOf } from './recipients.js';

/** The same debts and the same people that reminders are planned from. */
@Injectable()
export class ReminderWorldHere extends ReminderWorld {
  constructor(private readonly zones: Zones) {
    super();
  }

  async owing(tx: ReadTx, partnershipId: string): Promise<Owing> {
    const crowd = await crowdOf(tx, partnershipId, this.zones);
    const seats = await seatsAt(tx, partnershipId, { instant: tx.now(), zones: this.zones });
    return {
      debts: await debtsOf(tx, this.zones, { partnershipId }),
      recipients: crowd.recipients.map((recipient) => ({ ...recipient, partyId: seats.find(({ holder }) => holder?.personId === recipient.personId)?.partyId ?? '' })),
      zoneOf: (personId) => crowd.reader(personId)?.zone ?? 'UTC',
    };
  }

  debts(tx: ReadTx, asked: { partnershipId: string; kinds: readonly DebtKind[] }): Promise<readonly Debt[]> {
    return debtsOf(tx, this.zones, asked);
  }

  company(tx: ReadTx, asked: { partnershipId: string; year: number }): Promise<NamedCompany | null> {
    return playedCompany(tx, this.zones, asked);
  }
}
