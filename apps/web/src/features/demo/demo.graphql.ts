/** Asked by the frame of every page; `null` outside a demonstration. */
export const demoFields = 'demo { today personas { key label side href } }';

/** Someone of the demo whose place one can take. */
export interface Persona {
  readonly key: string;
  /** The office, in the page's language. */
  readonly label: string;
  /** FR or MA, of the convention; OTHERS: of another partnership. */
  readonly side: string;
  readonly href: string;
}

/** The demo as its bar shows it. */
export interface DemoShown {
  /** Civil date of the demo's clock, in Paris. */
  readonly today: string;
  readonly personas: readonly Persona[];
}
