import type { SeatAt } from '#parties';
import { outsidePersonas } from '#platform';

/** May this seat answer for an action? Any seat of an administration; guests, carriers, residents and observers sit outside. */
export const answers = ({ category }: Pick<SeatAt, 'category'>): boolean => !outsidePersonas.some((persona) => persona === category);
