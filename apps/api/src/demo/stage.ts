/** Where the story plays: the partnership and its two sides. */
export interface Stage {
  readonly partnershipId: string;
  readonly france: string;
  readonly morocco: string;
}
