import { data, redirect, type LoaderFunctionArgs } from 'react-router';
import type { GraphqlAnswer, WebContext } from './load-context.ts';
import { signInPath, withWayBack } from './way-back.ts';

/** What an error page knows: a code of `refusal.*` and the reference of the request. */
export interface Trouble {
  readonly code: string;
  readonly requestId: string;
}

const statusOf: Readonly<Record<string, number>> = { NOT_FOUND: 404, NOT_ALLOWED: 403, TOO_BUSY: 503 };

/** The path of a request inside our own site, for the way back after signing in. */
export function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.replace(/\.data$/, '') + search;
}

/** A document, its variables, and for a form the idempotency key it was rendered with. */
export interface Asked {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly key?: string | undefined;
}

/**
 * Runs a document and gives the whole answer, errors included; an executor that breaks is reported and becomes an error page
 * with the request's reference. @throws Response 500 carrying `Trouble`
 */
export function wholeAnswer({ context }: LoaderFunctionArgs, { document, variables, key }: Asked): Promise<GraphqlAnswer> {
  return context.graphql(document, variables, key).catch((error: unknown): GraphqlAnswer => {
    context.report(error);
    throw data({ code: 'UNEXPECTED', requestId: context.requestId } satisfies Trouble, { status: 500 });
  });
}

/**
 * Runs a document.
 * @throws Response to the sign-in page, or an error page 403, 404, 500 or 503 carrying `Trouble`
 */
export async function answerTo(args: LoaderFunctionArgs, asked: Asked): Promise<Readonly<Record<string, unknown>>> {
  return unlessTrouble(await wholeAnswer(args, asked), args.request, args.context);
}

/** To the door, and back to this very page afterwards. */
export const toSignIn = (request: Request): Response => redirect(withWayBack(signInPath, pathOf(request)), 303);

/** Turns GraphQL errors into what a page does about them. @throws Response as `answerTo` */
export function unlessTrouble(answer: GraphqlAnswer, request: Request, context: WebContext): Readonly<Record<string, unknown>> {
  const [error] = answer.errors ?? [];
  if (!error && answer.data) return answer.data;
  const code = String(error?.extensions?.['code'] ?? 'UNEXPECTED');
  if (code === 'SIGN_IN_REQUIRED') throw toSignIn(request);
  const status = statusOf[code] ?? 500;
  if (status === 500) context.report(new Error(`GraphQL answered ${code}: ${error?.message ?? 'no data'}`));
  const trouble: Trouble = { code: status === 500 ? 'UNEXPECTED' : code, requestId: context.requestId };
  throw data(trouble, { status });
}

/**
 * Runs a document as the person of this request: `const { minutes } = await ask<MinutesPage>(args, minutesPage, { id })`.
 * @throws Response to the sign-in page, or an error page 403, 404, 500 or 503 carrying `Trouble`
 */
export async function ask<Shape extends object>(args: LoaderFunctionArgs, document: string, variables?: Asked['variables']): Promise<Shape> {
  return (await answerTo(args, { document, variables })) as Shape;
}
