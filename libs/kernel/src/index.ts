export * from './answer.js';
export * from './canonical.js';
export * from './clock.js';
export * from './decidable.js';
export * from './fact.js';
export * from './language.js';
