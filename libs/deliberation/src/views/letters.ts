/** What letters of this room say, asked by whoever writes them. */
export { codeSignatureLetter, signatureContestLetter, type CodeSignatureLetter, type SignatureContestLetter } from './code-signature-letter.js';
export { handsContestLetter, handsLetter, type HandsContestLetter, type HandsLetter } from './hands-letter.js';
export { proposalLetter, type ProposalLetter } from './proposal-letter.js';
