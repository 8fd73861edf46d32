import { Injectable } from '@nestjs/common';

/** Files held in memory at once, in one process; the others wait on the line, unread. */
const atOnce = 4;

/** A turn for each: nobody's file is read before a place is free, whatever it is sent for. */
@Injectable()
export class Places {
  private free: number = atOnce;
  private readonly waiting: (() => void)[] = [];

  async hold<T>(act: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await act();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
