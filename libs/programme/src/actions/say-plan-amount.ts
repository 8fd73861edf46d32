import { ForecastAmounts, type SaysAmount } from '#agreement';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** An adopted plan whose budget comes to something says what its convention is expected to cost. */
export const planSaysAmount: SaysAmount = async (tx, { partnershipId, id }) =>
  (await tx.query(`select from action_plan where partnership_id = $1 and agreement_id = $2 and state = 'ADOPTED' and jsonb_path_exists(content, '$.totals[*] ? (@.amountMinor != "0")') limit 1`, [partnershipId, id])).length > 0;

/** Tells the agreement's room, at start, that plans have budgets. */
@Injectable()
export class SayPlanAmount implements OnModuleInit {
  constructor(private readonly amounts: ForecastAmounts) {}

  onModuleInit(): void {
    this.amounts.register(planSaysAmount);
  }
}
