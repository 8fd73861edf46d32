/** So many at once; the others wait in order, behind whoever is urgent. */
export class Places {
  private readonly urgent: (() => void)[] = [];
  private readonly patient: (() => void)[] = [];

  constructor(private free: number) {}

  /** Resolves when there is a place. Whoever takes one leaves it. */
  take(urgent: boolean): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => (urgent ? this.urgent : this.patient).push(resolve));
  }

  leave(): void {
    const next = this.urgent.shift() ?? this.patient.shift();
    if (next) next();
    else this.free += 1;
  }
}
