import { againStep, ladder } from './ladder.js';
import { isOwedTo, type Debt, type Recipient } from './planning.js';

/**
 * Whose turn it is: the persons a debt names; where it names nobody, the presidencies and the coordinations that its own rows speak to,
 * on the sides that owe it. Whoever is only told of it owes nothing.
 */
export const owes = (recipient: Recipient, debt: Debt): boolean =>
  debt.debtors.length > 0 ? debt.debtors.includes(recipient.personId) : isOwedTo(againStep(debt.kind), recipient, debt) && ladder.some((step) => isOwedTo(step, recipient, debt));
