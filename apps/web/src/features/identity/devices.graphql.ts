import type { Deeds } from '../../base/act-among.ts';
import type { Deed } from '../../base/act.ts';

export const devicesPath = '/devices';

/** « Mes appareils », as the API tells them; civil days, where the reader lives. */
export interface Devices {
  readonly sessions: readonly {
    readonly id: string;
    readonly method: 'MAIL_CODE' | 'PASSKEY' | 'DEMO_LINK';
    readonly browser: string | null;
    readonly platform: string | null;
    readonly startedOn: string;
    readonly lastSeenOn: string;
    readonly current: boolean;
  }[];
  readonly passkeys: readonly {
    readonly id: string;
    readonly browser: string | null;
    readonly platform: string | null;
    readonly addedOn: string;
    readonly lastUsedOn: string | null;
    readonly signsOn: string;
    /** HH:MM of that day. */
    readonly signsFrom: string;
    readonly signsNow: boolean;
  }[];
  /** Was it proved a moment ago who is here? Keys are added and removed only then. */
  readonly mayChangeKeys: boolean;
}

export const devicesDocument = `query Devices { myDevices {
  mayChangeKeys
  sessions { id method browser platform startedOn lastSeenOn current }
  passkeys { id browser platform addedOn lastUsedOn signsOn signsFrom signsNow }
} }`;

const revokeSession: Deed<{ count: number }> = {
  document: 'mutation RevokeSession($input: RevokeSessionInput!) { revokeSession(input: $input) { ... on SessionsRevoked { count } ...refused } }',
  variables: (form) => ({ input: { sessionId: form.text('sessionId') || null } }),
  done: () => `${devicesPath}?done=revoked`,
};
const removePasskey: Deed<{ passkeyId: string }> = {
  document: 'mutation RemovePasskey($input: RemovePasskeyInput!) { removePasskey(input: $input) { ... on PasskeyRemoved { passkeyId } ...refused } }',
  variables: (form) => ({ input: { passkeyId: form.text('passkeyId') } }),
  done: () => `${devicesPath}?done=removed`,
};

/** What « Mes appareils » can do. */
export const devicesDeeds: Deeds = { revokeSession, removePasskey };
