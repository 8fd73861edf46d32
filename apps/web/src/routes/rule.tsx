import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { notFound } from '../base/not-found.ts';
import * as acts from '../features/agreement/rule-acts.graphql.ts';
import { RulePage } from '../features/agreement/rule-page.tsx';
import { ruleBookDocument, type RuleBookAsked } from '../features/agreement/rules.graphql.ts';

/** One rule, `/rules/abstention`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { ruleBook: book, viewer } = await ask<RuleBookAsked>(args, ruleBookDocument, { partnershipId: where.partnershipId });
  const rule = book?.rules.find(({ key }) => key === args.params['key']);
  if (!book || !rule) throw notFound(args);
  return { rule, book, where, unproved: !viewer?.stepUpFresh, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => {
  const { setRule, proposeRuleChange, correctRule, agreeRuleCorrection, closeRuleAsking } = acts;
  return actAmong(args, { setRule, proposeRuleChange, correctRule, agreeRuleCorrection, closeRuleAsking });
};

export default function RuleRoute() {
  return <RulePage {...useLoaderData<typeof loader>()} />;
}
