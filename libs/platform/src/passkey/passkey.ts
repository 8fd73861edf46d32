import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** Three hundred files with those it asks for: loaded by the first key, not by every start of every command. */
const library = (): Promise<typeof import('@simplewebauthn/server')> => import('@simplewebauthn/server');

/** Whom keys are made for: the host of the public address, its origin, and the name an authenticator shows. A change of host ends every key. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/** ES256 and RS256, no other: what is kept must be verifiable for years by node:crypto alone (COSE algorithm numbers). */
export const passkeyAlgorithms = [-7, -257] as const;

/** Milliseconds an authenticator is given; the challenge itself lives as long. */
const timeout = 300_000;

/** A key as it is kept. `publicKey` is COSE; `credentialId` base64url. */
export interface KeptPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** What a new key is. */
export interface MadePasskey extends KeptPasskey {
  readonly aaguid: string;
  /** Synchronised between devices by its maker. */
  readonly synced: boolean;
}

/** What the browser's `create()` is asked, as the JSON of WebAuthn level 3. */
export async function passkeyCreation(party: RelyingParty, wish: { personId: string; name: string; challenge: Buffer; known: readonly string[] }): Promise<string> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: Uint8Array.from(Buffer.from(wish.personId)),
    userName: wish.name,
    userDisplayName: wish.name,
    challenge: Uint8Array.from(wish.challenge),
    attestationType: 'none',
    timeout,
    excludeCredentials: wish.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [...passkeyAlgorithms],
  });
  return JSON.stringify(options);
}

/** What the browser's `get()` is asked. Without `known`, the person picks among the keys of this site. */
export async function passkeyQuestion(party: RelyingParty, wish: { challenge: Buffer; known?: readonly string[] }): Promise<string> {
  const allowed = wish.known ? { allowCredentials: wish.known.map((id) => ({ id })) } : {};
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({ rpID: party.id, challenge: Uint8Array.from(wish.challenge), userVerification: 'required', timeout, ...allowed });
  return JSON.stringify(options);
}

/** The JSON a browser sent, if it is an object; its own fields are judged by the library. */
function parsed<Shape>(text: string): Shape | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Shape) : null;
  } catch {
    return null;
  }
}

/** The credential an answer claims to come from; `null` when it claims none. */
export function claimedCredential(response: string): string | null {
  const id: unknown = parsed<{ id?: unknown }>(response)?.id;
  return typeof id === 'string' ? id : null;
}

/** The new key of a `create()` answer, or `null` when anything in it is not as asked: challenge, origin, site, presence, user verification, algorithm. */
export async function judgeCreation(party: RelyingParty, answer: { response: string; challenge: Buffer }): Promise<MadePasskey | null> {
  const response = parsed<RegistrationResponseJSON>(answer.response);
  if (!response) return null;
  const { verifyRegistrationResponse } = await library();
  try {
    const { registrationInfo: made } = await verifyRegistrationResponse({
      response,
      expectedChallenge: answer.challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    });
    if (!made) return null;
    const { credential, aaguid, credentialDeviceType } = made;
    return { credentialId: credential.id, publicKey: Buffer.from(credential.publicKey), counter: credential.counter, aaguid, synced: credentialDeviceType === 'multiDevice' };
  } catch {
    return null;
  }
}

/** The key's new counter, or `null` when the assertion is not this key's word on this challenge, here, by a verified person; a counter that goes back is a copy. */
export async function judgeAssertion(party: RelyingParty, answer: { response: string; challenge: Buffer; passkey: KeptPasskey; personId: string }): Promise<number | null> {
  const response = parsed<AuthenticationResponseJSON>(answer.response);
  const { credentialId: id, publicKey, counter } = answer.passkey;
  if (!response || response.id !== id) return null;
  const { verifyAuthenticationResponse } = await library();
  try {
    const { userHandle } = response.response;
    if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== answer.personId) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: answer.challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: Uint8Array.from(publicKey), counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
