export interface YearsAnswer {
  readonly planBoard: { readonly year: number } | null;
}

/** The board without a year is the one whose plan is being prepared: the server knows today. */
export const yearsOfPlans = `query PlanYears($partnershipId: ID!) { planBoard(partnershipId: $partnershipId) { year } }`;

/** The year whose plan is being prepared. */
export const yearInPreparation = ({ planBoard }: YearsAnswer): number | undefined => planBoard?.year;
