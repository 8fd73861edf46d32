export * from './say.js';
export type { SentenceTree, Sentences } from './sentences.js';
export * from './spaced.js';
