export interface YearsAnswer {
  readonly planBoard: { readonly deadline: { readonly day: string; readonly daysLeft: number } | null } | null;
  readonly actionPlans: readonly { readonly year: number }[];
}

/** Plans that exist, and how far a day of the calendar is: the server's today can be told from it. */
export const yearsOfPlans = `query PlanYears($partnershipId: ID!) {
  planBoard(partnershipId: $partnershipId, year: 2100) { deadline { day daysLeft } }
  actionPlans(partnershipId: $partnershipId) { year }
}`;

const dayMilliseconds = 86_400_000;

/** The year whose plan is being prepared: the one after the server's today, or the newest plan where no deadline is known. */
export function yearInPreparation({ planBoard, actionPlans }: YearsAnswer): number | undefined {
  const deadline = planBoard?.deadline;
  if (!deadline) return actionPlans[0]?.year;
  return new Date(Date.parse(`${deadline.day}T12:00:00Z`) - deadline.daysLeft * dayMilliseconds).getUTCFullYear() + 1;
}
