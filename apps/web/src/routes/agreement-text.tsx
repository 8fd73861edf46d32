import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../base/ask.ts';
import { here } from '../base/here.ts';
import { AgreementText } from '../features/agreement/agreement-text.tsx';
import { ruleBookDocument, type RuleBookAsked } from '../features/agreement/rules.graphql.ts';

/** The agreement's text, `/agreement/text#art-5`. */
export async function loader(args: LoaderFunctionArgs) {
  const where = await here(args);
  const { ruleBook } = await ask<RuleBookAsked>(args, ruleBookDocument, { partnershipId: where.partnershipId });
  return { book: ruleBook, where };
}

export default function AgreementTextRoute() {
  return <AgreementText {...useLoaderData<typeof loader>()} />;
}
