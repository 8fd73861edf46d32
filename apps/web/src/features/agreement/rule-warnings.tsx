import { Banner } from '../../ui/banner.tsx';
import { SourceBadge } from './rule-source.tsx';
import type { Rule } from './rules.graphql.ts';

/** What this rule does not do beside another one in force: said, never refused. */
export function RuleWarnings({ warnings }: Pick<Rule, 'warnings'>) {
  return warnings.map(({ code, sentence, source }) => (
    <Banner key={code} tone="attention">
      <p>{sentence}</p>
      <p className="cluster">
        <SourceBadge source={source} articles={[]} />
      </p>
    </Banner>
  ));
}
