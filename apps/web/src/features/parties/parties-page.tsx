import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { capabilities, type PartiesShown, type PartyShown } from './parties-page.graphql.ts';
import styles from './people.module.css';

/** A fact that is known; nothing for one that is not: no card shows an empty line. */
const known = (name: string, value: Fact['value'] | null): Fact[] => (value ? [{ name, value }] : []);

function Party({ party }: { party: PartyShown }) {
  const say = useSay();
  const { territory, kind, siren, networks, country, president, desk } = party;
  const { population, populationYear, populationApproximate } = territory;
  const people = population === null ? null : say('webPartnership.party.count', { people: population, about: populationApproximate ? 'YES' : 'NO', year: populationYear === null ? 'none' : String(populationYear) });
  return (
    <Card level={3} title={party.organisation} eyebrow={say(`webPartnership.party.kinds.${kind ?? 'OTHER'}`)}>
      <Facts
        facts={[
          ...known(say('webPartnership.party.place'), [territory.hierarchy, country].filter(Boolean).join(', ')),
          ...known(say('webPartnership.party.supervision'), territory.supervision),
          ...known(say('webPartnership.party.people'), people),
          ...known(say('webPartnership.party.siren'), siren),
          ...known(say('webPartnership.party.networks'), networks?.join(' ; ') ?? null),
          ...known(say('webPartnership.party.president'), president),
          ...known(say('webPartnership.party.desk'), desk),
          ...known(say('webPartnership.facts.name.contact'), party.contact),
        ]}
      />
      {party.authorityNote && (
        <div>
          <p className={styles.name}>{say('webPartnership.party.status')}</p>
          <p dir="auto">{party.authorityNote}</p>
          {party.authoritySource && <Source source={{ kind: 'LAW', reference: party.authoritySource, quote: null }} />}
        </div>
      )}
      <LinkButton kind={party.mine ? 'secondary' : 'quiet'} icon={party.mine ? 'pen' : 'clock'} to={`/parties/${party.id}`}>
        {say(party.mine ? 'webPartnership.facts.edit' : 'webPartnership.facts.see')}
        <span className="unseen"> : {party.organisation}</span>
      </LinkButton>
    </Card>
  );
}

/** By what they are bound, what that form of agreement has and has not, and whose table says so. */
function Bond({ agreement, capabilities: has }: Pick<PartiesShown, 'agreement' | 'capabilities'>) {
  const say = useSay();
  if (!agreement) return <EmptyState icon="document" title={say('webPartnership.bond.none')} />;
  const words = (wanted: boolean): string => capabilities.filter((one) => has.includes(one) === wanted).map((one) => say(`webPartnership.bond.one.${one}`)).join(' · ');
  const { kind, displayName, effectiveOn, since, articles } = agreement;
  return (
    <Card title={displayName} eyebrow={say(`webPartnership.bond.kinds.${kind}`)}>
      <Facts
        facts={[
          ...known(say('webPartnership.bond.since'), effectiveOn ? <CivilDate on={effectiveOn} length="long" /> : since),
          ...known(say('webPartnership.bond.has'), words(true)),
          ...known(say('webPartnership.bond.hasNot'), words(false)),
        ]}
      />
      {!has.includes('COMMITTEE') && <p>{say('webPartnership.bond.nothing')}</p>}
      <p className={styles.quiet}>{say('webPartnership.bond.source')}</p>
      {articles.length > 0 && (
        <LinkButton icon="document" to="/agreement/text">
          {say('webPartnership.bond.text')}
        </LinkButton>
      )}
    </Card>
  );
}

/** Who is bound: two parties or more, of any kind, each with what is known of it and of its place. */
export function PartiesPage({ shown }: { shown: PartiesShown }) {
  const say = useSay();
  const { parties } = shown;
  const countries = new Set(parties.map(({ territory }) => territory.country)).size;
  return (
    <>
      <PageHeader title={say('webPartnership.title')} eyebrow={<bdi>{shown.name}</bdi>} lead={say('webPartnership.lead', { parties: parties.length, countries })} />
      <section className="stack" aria-labelledby="bond">
        <h2 id="bond">{say('webPartnership.bond.title')}</h2>
        <Bond {...shown} />
        {countries === 1 && <p>{say('webPartnership.domestic')}</p>}
      </section>
      <section className="stack" aria-labelledby="parties">
        <h2 id="parties">{say('webPartnership.each')}</h2>
        <div className={styles.cards}>
          {parties.map((party) => (
            <Party key={party.id} party={party} />
          ))}
        </div>
      </section>
    </>
  );
}
