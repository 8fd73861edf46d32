export { claimedCredential, judgeAssertion, judgeCreation, passkeyAlgorithms, passkeyCreation, passkeyQuestion, type KeptPasskey, type MadePasskey, type RelyingParty } from './passkey.js';
