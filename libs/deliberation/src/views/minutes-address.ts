/** Where readers of a printed PV come back to see its state of today. Given by the composition root. */
export abstract class MinutesAddress {
  /** Origin of the instance, without a final slash. */
  abstract readonly publicUrl: string;
}
