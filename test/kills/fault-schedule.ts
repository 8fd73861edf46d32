/** Everything that may befall a delivery. */
export const faults = ['WORKER_KILLED', 'API_KILLED', 'POSTGRES_KILLED', 'LINES_CUT', 'QUEUE_LOST', 'PUT_OFF', 'REFUSE', 'SILENCE', 'DROP', 'DISK_FULL', 'CLOCK_JUMPED'] as const;
export type Fault = (typeof faults)[number];

export interface ScheduledFault {
  readonly fault: Fault;
  /** It begins when so many letters have arrived. */
  readonly letters: number;
}

/** Of thirty, each kind thrice, lines cut once more; the kills of our own processes once, for a start costs most (`test/faults/` kills forty times). */
const thirty: readonly Fault[] = [...faults, ...Array.from({ length: 2 }, () => faults.filter((fault) => !/^(WORKER|API)/.test(fault))).flat(), 'LINES_CUT'];

/** So many faults (a multiple of thirty), every kind among them, in an order and at moments that the seed decides, over the first four fifths of the letters. */
export function scheduleOf(random: () => number, wish: { readonly letters: number; readonly faults: number }): ScheduledFault[] {
  const all = Array.from({ length: wish.faults / thirty.length }, () => thirty).flat();
  const order = all.map((fault) => ({ fault, key: random() })).sort((one, other) => one.key - other.key);
  return order.map(({ fault }, place) => ({ fault, letters: Math.floor(((place + random()) / order.length) * wish.letters * 0.8) }));
}
