import type { Deeds } from '../../base/act-among.ts';
import type { Deed } from '../../base/act.ts';

export const devicesPath = '/devices';

/** « Mes appareils », as the API tells them; instants in UTC. */
export interface Devices {
  readonly sessions: readonly {
    readonly id: string;
    readonly method: 'MAIL_CODE' | 'PASSKEY' | 'DEMO_LINK';
    readonly browser: string | null;
    readonly platform: string | null;
    readonly startedAt: string;
    readonly lastSeenAt: string;
    readonly current: boolean;
  }[];
  readonly passkeys: readonly {
    readonly id: string;
    readonly browser: string | null;
    readonly platform: string | null;
    readonly addedAt: string;
    readonly lastUsedAt: string | null;
    readonly signsAfter: string;
    readonly signsNow: boolean;
  }[];
  /** Was it proved a moment ago who is here? Keys are added and removed only then. */
  readonly mayChangeKeys: boolean;
}

export const devicesDocument = `query Devices { myDevices {
  mayChangeKeys
  sessions { id method browser platform startedAt lastSeenAt current }
  passkeys { id browser platform addedAt lastUsedAt signsAfter signsNow }
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
