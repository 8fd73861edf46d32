import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a software authenticator may be told to do wrong. */
export interface Misdeed {
  readonly challenge?: string;
  readonly origin?: string;
  readonly type?: string;
  readonly rpId?: string;
  readonly flags?: number;
  readonly counter?: number;
  readonly userHandle?: string | null;
  readonly crossOrigin?: boolean;
  readonly key?: KeyObject;
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const cbor = (value: unknown): Buffer => Buffer.from(isoCBOR.encode(value as Parameters<typeof isoCBOR.encode>[0]));
/** Present, verified, attested credential data. */
const [up, uv, attested] = [0x01, 0x04, 0x40];

/** An ES256 authenticator in software, honest unless told otherwise: written from the WebAuthn specification, independent of what judges it. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  constructor(
    readonly rpId: string,
    readonly origin: string,
    readonly userHandle = '',
  ) {}

  private clientData(type: string, challenge: string, wrong: Misdeed): Buffer {
    return Buffer.from(JSON.stringify({ type: wrong.type ?? type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? this.origin, crossOrigin: wrong.crossOrigin ?? false }));
  }

  private data(flags: number, wrong: Misdeed, rest = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrong.counter ?? (this.counter += 1));
    return Buffer.concat([sha256(wrong.rpId ?? this.rpId), Buffer.from([wrong.flags ?? flags]), counter, rest]);
  }

  /** The answer to a creation question. */
  create(options: string, wrong: Misdeed = {}, algorithm = -7): string {
    const { challenge } = JSON.parse(options) as { challenge: string };
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = new Map<number, unknown>([[1, 2], [3, algorithm], [-1, 1], [-2, Uint8Array.from(Buffer.from(x, 'base64url'))], [-3, Uint8Array.from(Buffer.from(y, 'base64url'))]]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = this.data(up | uv | attested, wrong, Buffer.concat([Buffer.alloc(16), length, this.id, cbor(cose)]));
    const attestationObject = cbor(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', Uint8Array.from(authData)]]));
    return this.answer({ clientDataJSON: this.clientData('webauthn.create', challenge, wrong).toString('base64url'), attestationObject: attestationObject.toString('base64url') });
  }

  /** The answer to a question. */
  get(options: string, wrong: Misdeed = {}): string {
    const { challenge } = JSON.parse(options) as { challenge: string };
    const clientData = this.clientData('webauthn.get', challenge, wrong);
    const authenticatorData = this.data(up | uv, wrong);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), wrong.key ?? this.keys.privateKey);
    const handle = wrong.userHandle === undefined ? this.userHandle : wrong.userHandle;
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(handle && { userHandle: Buffer.from(handle).toString('base64url') }),
    });
  }

  private answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }
}
