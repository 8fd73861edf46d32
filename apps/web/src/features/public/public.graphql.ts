import { data, redirect, type LoaderFunctionArgs } from 'react-router';
import { ask, type Trouble } from '../../base/ask.ts';
import { signInPath } from '../../base/way-back.ts';
import type { Source } from '../../ui/source.tsx';

interface PublicParty {
  readonly name: string;
  readonly shortName: string;
}

export interface PublicDecision {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface PublicLink {
  readonly id: string;
  readonly number: string;
}

/** Executory minutes as a list tells them. */
export interface PublicMinutesLine {
  readonly id: string;
  readonly number: string;
  readonly kind: 'ORDINARY' | 'EXTRAORDINARY';
  readonly meetingOn: string;
  readonly place: string;
  /** Signed on paper before Passerelle. */
  readonly onPaper: boolean;
  readonly executoryAt: string;
  readonly executorySentence: string;
  readonly decisions: readonly PublicDecision[];
  readonly pdfs: readonly { readonly language: 'fr' | 'ar'; readonly url: string }[];
  /** Another executory PV of the same meeting: in the record, its decisions stand under that one. */
  readonly rectifies: PublicLink | null;
}

/** The page of one PV. */
export interface PublicMinutes extends PublicMinutesLine {
  readonly partnership: string;
  readonly host: PublicParty;
  readonly executorySource: Source;
  readonly signatures: readonly { readonly party: PublicParty; readonly office: string; readonly place: string; readonly civilDate: string }[];
  readonly contentHash: string;
  readonly rectifiedBy: PublicLink | null;
}

export interface PublicAction {
  readonly place: number;
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly people: number;
  /** Where it stands, in the server's words. */
  readonly status: string | null;
}

export interface PublicPlan {
  readonly id: string;
  readonly year: number;
  readonly inForce: boolean;
  readonly minutesId: string;
  readonly minutesNumber: string;
  readonly axes: readonly { readonly number: string | null; readonly title: string | null; readonly actions: readonly PublicAction[] }[];
  readonly totals: readonly { readonly amountMinor: string; readonly currency: string }[];
}

export interface PublicPartnership {
  readonly id: string;
  readonly name: string;
  readonly agreement: string | null;
  readonly parties: readonly PublicParty[];
  readonly plans: readonly PublicPlan[];
  readonly minutes: readonly PublicMinutesLine[];
}

const lineFields = 'id number kind meetingOn place onPaper executoryAt executorySentence decisions { id title text } pdfs { language url } rectifies { id number }';
const recordDocument = `query PublicRecord($first: Int!) {
  publicRecord(first: $first) {
    id name agreement parties { name shortName }
    plans { id year inForce minutesId minutesNumber axes { number title actions { place title startsOn endsOn people status } } totals { amountMinor currency } }
    minutes { ${lineFields} }
  }
}`;
const minutesDocument = `query PublicMinutes($id: ID!) {
  publicMinutes(id: $id) {
    ${lineFields} partnership host { name shortName } executorySource { kind reference quote } signatures { party { name shortName } office place civilDate } contentHash rectifiedBy { id number }
  }
}`;

/** What is executory, newest first: at most `first` PVs in all. */
export const readPublicRecord = async (args: LoaderFunctionArgs, first: number): Promise<readonly PublicPartnership[]> =>
  (await ask<{ publicRecord: readonly PublicPartnership[] }>(args, recordDocument, { first })).publicRecord;

/** One PV. @throws Response 404 when it is absent or not executory */
export async function readPublicMinutes(args: LoaderFunctionArgs): Promise<PublicMinutes> {
  const { publicMinutes } = await ask<{ publicMinutes: PublicMinutes | null }>(args, minutesDocument, { id: args.params['id'] });
  if (!publicMinutes) throw data({ code: 'NOT_FOUND', requestId: args.context.requestId } satisfies Trouble, { status: 404 });
  return publicMinutes;
}

/** The whole PV, for the committee: whoever has no session is asked for a code and comes back to it. */
export const wholeMinutesPath = (id: string): string => `/minutes/${id}?whole=1`;

const closed = (thrown: unknown): boolean =>
  thrown instanceof Response ? (thrown.headers.get('location') ?? '').startsWith(signInPath) : (thrown as { init?: { status?: number } | null } | null)?.init?.status === 404;

/**
 * The QR code of a PV leads to the committee's own page. Where that page stays closed, what is executory is read on the public one, unless
 * the whole was asked for. @throws Response to the public page, or `thrown` as it came
 */
export async function orPublicMinutes(args: LoaderFunctionArgs, thrown: unknown): Promise<never> {
  if (!closed(thrown) || new URL(args.request.url).searchParams.has('whole')) throw thrown;
  const id = args.params['id'] ?? '';
  const { publicMinutes } = await ask<{ publicMinutes: object | null }>(args, 'query IsPublicMinutes($id: ID!) { publicMinutes(id: $id) { id } }', { id });
  throw publicMinutes ? redirect(`/public/minutes/${id}`, 303) : thrown;
}
