import { nowhere, one, type Case } from './case.js';

const response = JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {} });
/** The door itself: signing in, keys, sessions. */
export const door: Readonly<Record<string, Case[]>> = {
  'Mutation.askSignInCode': one(() => ({ mailAddress: 'somebody@access.example' })),
  'Mutation.signIn': one(() => ({ code: '000000' })),
  'Mutation.signOut': one(() => ({})),
  'Mutation.moveDemoClock': one(() => ({ to: '2027-01-01' })),
  'Mutation.askPasskeyRegistration': one(() => ({})),
  'Mutation.askPasskeySignIn': one(() => ({})),
  'Mutation.registerPasskey': one(() => ({ response })),
  'Mutation.signInWithPasskey': one(() => ({ response })),
  'Mutation.removePasskey': one(() => ({ passkeyId: nowhere })),
  'Mutation.askStepUp': one(({ things }) => ({ kind: 'signMinutes', subjectId: things.minutes.final, version: 1, contentHash: things.finalHash }), 'final'),
  'Mutation.proveStepUp': one(() => ({ response })),
  'Mutation.revokeSession': one(() => ({ sessionId: nowhere })),
  'Query.myDevices': one(() => ({})),
};

/** What is one's own. */
export const self: Readonly<Record<string, Case[]>> = {
  'Query.myData': one(() => ({})),
  'Query.myDataExport': one(() => ({})),
  'Query.myInvitations': one(() => ({})),
  'Query.whoMay': one(() => ({})),
  'Mutation.correctMyData': one(() => ({ displayName: 'Karim Alami', language: 'fr' })),
  'Mutation.chooseMailRhythm': one(() => ({ rhythm: 'DAILY' })),
  'Mutation.askAddressChange': one(() => ({ mailAddress: 'ailleurs@access.example' })),
  'Mutation.confirmAddressChange': one(() => ({ code: '000000' })),
  'Mutation.eraseMyData': one(() => ({ word: 'NON' })),
};
