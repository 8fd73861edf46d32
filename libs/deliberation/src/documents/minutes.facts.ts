/** What the press prints is what the mind froze: the same words for both. */
export type * from '../domain/minutes-document.js';
