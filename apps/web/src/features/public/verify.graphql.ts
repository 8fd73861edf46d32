import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../base/ask.ts';

export interface Verification {
  readonly hash: string;
  readonly verdict: 'VALID' | 'ALTERED' | 'UNKNOWN';
  readonly minutes: {
    readonly kind: 'CONTENT' | 'MINUTES' | 'SIGNATURES' | 'PUBLIC_COPY' | 'EXTRACT';
    readonly language: 'fr' | 'ar' | null;
    readonly number: string;
    readonly version: number;
    readonly meetingOn: string;
    readonly parties: readonly string[];
    readonly standing: 'AWAITING' | 'EXECUTORY' | 'REPLACED';
    readonly record: {
      readonly id: string;
      readonly executorySentence: string;
      readonly signatures: readonly { readonly office: string; readonly place: string; readonly civilDate: string }[];
    } | null;
  } | null;
}

/** Why nothing could be said: not a hash, or too many asked. */
export interface NotVerified {
  readonly code: string;
  readonly sentence: string;
}

const document = `query VerifyDocument($hash: String!, $claims: [String!]!) {
  documentVerification(hash: $hash, claims: $claims) {
    __typename
    ... on DocumentVerification {
      hash verdict minutes { kind language number version meetingOn parties standing record { id executorySentence signatures { office place civilDate } } }
    }
    ... on Refused { code sentence }
  }
}`;

type Answer = ({ readonly __typename: 'DocumentVerification' } & Verification) | ({ readonly __typename: 'Refused' } & NotVerified);

/** The verdict on the hash of the address, and on what the file claimed (`?of=`). */
export async function readVerification(args: LoaderFunctionArgs): Promise<{ readonly verification: Verification } | { readonly refused: NotVerified }> {
  const claims = new URL(args.request.url).searchParams.getAll('of').slice(0, 4);
  const { documentVerification: answer } = await ask<{ documentVerification: Answer }>(args, document, { hash: args.params['hash'] ?? '', claims });
  return answer.__typename === 'Refused' ? { refused: answer } : { verification: answer };
}
