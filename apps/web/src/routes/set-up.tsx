import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import { confirmService } from '../features/agreement/rule-acts.graphql.ts';
import { ruleBookDocument, type RuleBookAsked } from '../features/agreement/rules.graphql.ts';
import { setUpDeeds, setUpDocument, stepPath, type SetUp } from '../features/agreement/set-up.graphql.ts';
import { SetUpPage } from '../features/agreement/set-up-page.tsx';

/** The set-up, `/setup`: on the first step that is not done; `/setup/text` is one of them. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { setUp } = await ask<{ setUp: SetUp | null }>(args, setUpDocument, { partnershipId: where.partnershipId });
  if (!setUp) throw notFound(args);
  const asked = args.params['step'];
  const first = setUp.steps.find(({ done }) => !done) ?? setUp.steps.at(-1);
  const step = setUp.steps.find(({ key }) => stepPath(key) === `/setup/${asked}`);
  if (!step && first) throw redirect(stepPath(first.key));
  if (!step) throw notFound(args);
  const query = new URL(args.request.url).searchParams;
  const { ruleBook, viewer } = step.key === 'RULES' || step.key === 'SERVICE' ? await ask<RuleBookAsked>(args, ruleBookDocument, { partnershipId: where.partnershipId }) : { ruleBook: null, viewer: null };
  return { setUp, step, book: ruleBook, where, unproved: !viewer?.stepUpFresh, rule: query.get('rule'), offered: query.has('offer'), pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { ...setUpDeeds, confirmService });

export default function SetUpRoute() {
  const { step, setUp, ...page } = useLoaderData<typeof loader>();
  return <SetUpPage {...page} setUp={setUp} step={setUp.steps.find(({ key }) => key === step.key) ?? step} />;
}
