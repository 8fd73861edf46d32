import type { Command } from './command.js';

/** Every command of `passerelle`, in the order of its help. */
export const commands: readonly Command[] = [];
