import { hmacBytes, type Ctx } from '#platform';
import { networkOf } from '../domain/network.js';

/** The instance's secret, as a token for injection. */
export abstract class InstanceSecret {
  abstract readonly value: string;
}

/** The asker's network under the instance's secret: it can be counted, not read back. `null` when no browser is there. */
export const originHashOf = ({ value }: InstanceSecret, { visitor }: Ctx): Buffer | null => (visitor ? hmacBytes(value, `origin:${networkOf(visitor.address)}`) : null);
