import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { PartyFactsForm } from './party-facts-form.tsx';
import type { PartyFacts } from './party-facts.graphql.ts';
import { usePartyWords } from './party-words.ts';

interface PageProps {
  readonly facts: PartyFacts;
  readonly idempotencyKey: string;
  readonly saved: boolean;
}

function Revisions({ revisions }: Pick<PartyFacts, 'revisions'>) {
  const say = useSay();
  const { nameOf, isolated } = usePartyWords();
  if (revisions.length === 0) return <EmptyState icon="clock" title={say('webPartnership.facts.never')} />;
  return (
    <ol className="stack" reversed>
      {revisions.map(({ version, by, at, changes }) => (
        <li key={version}>
          <Card level={3} title={<Moment at={at} />} eyebrow={<bdi>{by}</bdi>}>
            <ul>
              {changes.map(({ fact, before, after }) => (
                <li key={fact}>{say('webPartnership.facts.change', { fact: nameOf(fact), before: isolated(fact, before), after: isolated(fact, after) })}</li>
              ))}
            </ul>
          </Card>
        </li>
      ))}
    </ol>
  );
}

/** One party: its facts, to be kept up to date by its coordination, and every change of them. */
export function PartyFactsPage({ facts, idempotencyKey, saved }: PageProps) {
  const say = useSay();
  const { party, viewerMayUpdate: may, revisions, version } = facts;
  return (
    <>
      <PageHeader title={party.organisation} eyebrow={say('webPartnership.facts.title')} lead={say('webPartnership.facts.lead')} actions={<LinkButton to="/parties">{say('webPartnership.facts.back')}</LinkButton>} />
      {saved && (
        <Banner tone="good">
          <p role="status">{say('webPartnership.facts.saved')}</p>
        </Banner>
      )}
      {may.allowed && <PartyFactsForm key={version} facts={facts} idempotencyKey={idempotencyKey} />}
      {may.refusal?.code === 'OWN_PARTY_ONLY' && <WhyNot label={say('webPartnership.facts.edit')} sentence={may.refusal.sentence} source={may.refusal.source} />}
      <section className="stack" aria-labelledby="changes">
        <h2 id="changes">{say('webPartnership.facts.changes')}</h2>
        <Revisions revisions={revisions} />
      </section>
    </>
  );
}
