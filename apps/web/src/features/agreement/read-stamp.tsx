import { ActForm, useSending } from '../../base/act-form.tsx';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { lifePath, type PartyActs, type StampReading } from './life.graphql.ts';
import { TransmissionFields } from './party-act-forms.tsx';

interface ReadStampProps {
  readonly acts: PartyActs;
  readonly agreementId: string;
  /** What the pasted text says; `null` before it is read. */
  readonly reading: StampReading | null;
  readonly pasted: string;
  readonly pageKey: string;
}

function Understood({ reading, acts }: { reading: StampReading; acts: PartyActs }) {
  const say = useSay();
  const named = { party: acts.party.shortName };
  const days = ([['sentOn', reading.sentOn], ['receivedOn', reading.receivedOn], ['publishedOn', reading.publishedOn]] as const).flatMap(([name, on]) => (on ? [{ name: say(`webLife.acts.${name}`), value: <CivilDate on={on} /> }] : []));
  const facts = [...(reading.actId ? [{ name: say('webLife.acts.actId'), value: <span dir="ltr">{reading.actId}</span> }] : []), ...days];
  return (
    <section className="stack" aria-labelledby="understood">
      <h2 id="understood">{say('webLife.stamp.understood')}</h2>
      {facts.length > 0 ? <Facts facts={facts} /> : <p>{say('webLife.stamp.nothing')}</p>}
      {reading.publicationLeftBlank && (
        <Banner tone="attention">
          <p>{say('webLife.stamp.blank')}</p>
        </Banner>
      )}
      {reading.warnings.map((code) => (
        <Banner key={code} tone="attention">
          <p>{say(`webLife.warnings.ACT_${code}`, named)}</p>
        </Banner>
      ))}
      {reading.unreadable.map((text) => (
        <p key={text} dir="auto">
          {say('webLife.stamp.unreadable', { text })}
        </p>
      ))}
    </section>
  );
}

function Keep({ acts, agreementId, reading, pageKey }: Omit<ReadStampProps, 'pasted'>) {
  const say = useSay();
  const sending = useSending();
  const name = 'recordTransmission';
  const { transmission } = acts;
  const known = { actId: reading?.actId ?? transmission?.actId ?? null, sentOn: reading?.sentOn ?? transmission?.sentOn ?? null, receivedOn: reading?.receivedOn ?? transmission?.receivedOn ?? null, publishedOn: reading?.publishedOn ?? transmission?.publishedOn ?? null };
  return (
    <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
      <p>{say('webLife.stamp.check')}</p>
      <input type="hidden" name="agreementId" value={agreementId} />
      <input type="hidden" name="partyId" value={acts.party.id} />
      <TransmissionFields known={known} />
      {transmission && <TextArea name="motive" rows={2} label={say('webLife.acts.motive')} hint={say('webLife.acts.motiveHint')} />}
      <Button busy={sending}>{say('webLife.acts.write', { act: 'transmission' })}</Button>
    </ActForm>
  );
}

/** The text of a stamped act, what was understood of it, and only then what is kept. Works without JavaScript. */
export function ReadStamp(props: ReadStampProps) {
  const say = useSay();
  const sending = useSending();
  const { acts, agreementId, reading, pasted, pageKey } = props;
  return (
    <>
      <PageHeader title={say('webLife.stamp.title')} eyebrow={<bdi>{acts.party.organisation}</bdi>} lead={<p>{say('webLife.stamp.lead')}</p>} />
      <ActForm name="readStamp" idempotencyKey={keyOf(pageKey, 'readStamp')}>
        {/* A reading is shown anew: the field keeps what was pasted. */}
        <TextArea key={pasted} name="text" required rows={8} label={say('webLife.stamp.field')} hint={say('webLife.stamp.fieldHint')} defaultValue={pasted} />
        <Button kind={reading ? 'secondary' : 'primary'} icon="document" busy={sending}>
          {say('webLife.stamp.read')}
        </Button>
      </ActForm>
      {reading && <Understood reading={reading} acts={acts} />}
      {reading && <Keep key={JSON.stringify(reading)} acts={acts} agreementId={agreementId} reading={reading} pageKey={pageKey} />}
      <p>
        <LinkButton kind="quiet" to={lifePath(agreementId, `#party-${acts.party.id}`)}>
          {say('webLife.stamp.back')}
        </LinkButton>
      </p>
    </>
  );
}
