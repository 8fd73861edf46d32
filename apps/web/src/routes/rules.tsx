import { useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { actAmong } from '../base/act-among.ts';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { confirmService } from '../features/agreement/rule-acts.graphql.ts';
import { ruleBookDocument, type RuleBookAsked } from '../features/agreement/rules.graphql.ts';
import { RulesPage } from '../features/agreement/rules-page.tsx';

/** The rules of the agreement, `/rules`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { ruleBook, viewer } = await ask<RuleBookAsked>(args, ruleBookDocument, { partnershipId: where.partnershipId });
  return { book: ruleBook, where, unproved: !viewer?.stepUpFresh, pageKey: args.context.newKey() };
}

export const action = (args: ActionFunctionArgs) => actAmong(args, { confirmService });

export default function RulesRoute() {
  return <RulesPage {...useLoaderData<typeof loader>()} />;
}
