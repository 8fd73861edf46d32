import { cast, type CastMember } from './cast.js';
import { partners } from './partners.js';

/** Who of the other partnerships stands in the demo's bar: each shows another form of agreement. */
const shownPartners = ['coordination-bagnolet', 'coordination-malakoff', 'coordination-val-de-marne', 'presidence-tulkarem', 'coordination-ivry'];

/** Whoever may be entered as, `/demo/<key>`: the convention's cast, and the people of the other partnerships. */
export const memberOf = (key: string): CastMember | undefined => cast.find((member) => member.key === key) ?? partners().find((member) => member.key === key);

/** Whom the bar offers. */
export const personas = (): readonly CastMember[] => [...cast, ...shownPartners.flatMap((key) => partners().find((member) => member.key === key) ?? [])];
