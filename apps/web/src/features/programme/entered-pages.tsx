import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Documents } from '../../ui/documents.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EnteredStatus } from './entered-mark.tsx';
import { withOffice, type EnteredLine, type EnteredOne } from './entered.graphql.ts';
import styles from './entered.module.css';

/** What both coordinations see: every act entered for somebody, and what she made of it. */
export function EnteredList({ acts }: { acts: readonly EnteredLine[] }) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webEntered.list.title')} count={acts.length} lead={<p>{say('webEntered.list.lead')}</p>} />
      {acts.length === 0 && (
        <EmptyState icon="document" title={say('webEntered.list.none')}>
          <p>{say('webEntered.list.noneLead')}</p>
        </EmptyState>
      )}
      <div className={styles.list}>
        {acts.map(({ id, title, sentence, party, standing }) => (
          <Card
            key={id}
            eyebrow={<bdi>{party.shortName}</bdi>}
            title={title}
            status={<EnteredStatus state={standing.state} />}
            actions={
              <LinkButton kind="secondary" to={`/entered/${id}`} icon="document">
                {say('webEntered.list.see')} <span className="unseen">{title}</span>
              </LinkButton>
            }
          >
            <p dir="auto">{sentence}</p>
            <p>{standing.sentence}</p>
          </Card>
        ))}
      </div>
    </>
  );
}

function Contest({ entered, pageKey }: { entered: EnteredOne; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  return (
    <Disclosure label={say('webEntered.contest.open')} form="contestEntry">
      <ActForm name="contestEntry" idempotencyKey={keyOf(pageKey, 'contestEntry')}>
        <input type="hidden" name="entryId" value={entered.id} />
        <p>{say('webEntered.contest.lead')}</p>
        <Reason />
        <Button kind="secondary" busy={sending}>
          {say('webEntered.contest.send')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function Reason() {
  const say = useSay();
  return <TextArea name="reason" required rows={3} maxLength={2000} label={say('webEntered.contest.reason')} defaultValue={useKept('reason')} />;
}

function Contested({ entered: { contestReason, outcome } }: { entered: EnteredOne }) {
  const say = useSay();
  return (
    <div id="contested">
      <Banner tone="attention" label={say('webEntered.one.contested')}>
        <p>{outcome}</p>
        <p>{say('webEntered.one.reason')}</p>
        <p className={styles.words} dir="auto">
          {contestReason}
        </p>
      </Banner>
    </div>
  );
}

/** One entered act: whose word, by whom, from what; and the one form by which she says it is not hers. */
export function EnteredPage({ entered, pageKey }: { entered: EnteredOne; pageKey: string }) {
  const say = useSay();
  const { title, sentence, person, party, office, byPerson, byParty, channel, saidOn, note, href, contestReason, proofs, standing, told, viewerMay } = entered;
  const facts = [
    { name: say('webEntered.one.forWhom'), value: `${withOffice(person.displayName, office)} (${party.shortName})` },
    { name: say('webEntered.one.by'), value: `${byPerson.displayName} (${byParty.shortName})` },
    { name: say('webEntered.one.channel'), value: say(`webEntered.enter.channels.${channel}`) },
    { name: say('webEntered.one.saidOn'), value: <CivilDate on={saidOn} /> },
    { name: say('webEntered.one.mail'), value: say(`webEntered.told.${told.state}`) },
    ...(note ? [{ name: say('webEntered.one.note'), value: <span dir="auto">{note}</span> }] : []),
  ];
  return (
    <>
      <PageHeader title={title} eyebrow={say('webEntered.mark')} status={<EnteredStatus state={standing.state} />} lead={<p dir="auto">{sentence}</p>} />
      {contestReason !== null && <Contested entered={entered} />}
      {contestReason === null && <p>{standing.sentence}</p>}
      <Facts facts={facts} />
      {proofs.length > 0 && (
        <section aria-labelledby="proof" className="stack">
          <h2 id="proof">{say('webEntered.one.proof')}</h2>
          <Documents documents={proofs} removal="" pageKey={pageKey} />
        </section>
      )}
      {viewerMay.contest.allowed && <Contest entered={entered} pageKey={pageKey} />}
      <p className="cluster">
        <LinkButton to={href} icon="arrow">
          {say('webEntered.one.toSubject')}
        </LinkButton>
        <LinkButton kind="quiet" to="/entered">
          {say('webEntered.one.toList')}
        </LinkButton>
      </p>
    </>
  );
}
