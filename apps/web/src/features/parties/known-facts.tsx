import { useKept } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Tick } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';

function Siren({ place }: { place: number }) {
  const say = useSay();
  return <Field name={`siren.${place}`} inputMode="numeric" dir="ltr" autoComplete="off" label={say('webParties.open.siren')} hint={say('webParties.open.sirenHint')} defaultValue={useKept(`siren.${place}`)} />;
}

/** What is known of a foreign partner's being a local authority, and from where. */
function Status({ place }: { place: number }) {
  const say = useSay();
  return (
    <>
      <Field name={`authorityNote.${place}`} maxLength={160} label={say('webParties.open.status')} hint={say('webParties.open.statusHint')} defaultValue={useKept(`authorityNote.${place}`)} />
      <Field name={`authoritySource.${place}`} maxLength={160} label={say('webParties.open.statusSource')} defaultValue={useKept(`authoritySource.${place}`)} />
    </>
  );
}

/** What may be known of a party and of its place; nothing of it is needed to open. */
export function KnownFacts({ french, place }: { french: boolean; place: number }) {
  const say = useSay();
  return (
    <Disclosure label={say('webParties.open.facts')}>
      <div className="stack">
        <Field name={`hierarchy.${place}`} maxLength={160} label={say('webParties.open.hierarchy')} hint={say('webParties.open.hierarchyHint')} defaultValue={useKept(`hierarchy.${place}`)} />
        {french ? <Siren place={place} /> : <Status place={place} />}
        <Field name={`networks.${place}`} label={say('webPartnership.party.networks')} hint={say('webParties.open.networksHint')} defaultValue={useKept(`networks.${place}`)} />
        <Field name={`supervision.${place}`} maxLength={160} label={say('webPartnership.party.supervision')} defaultValue={useKept(`supervision.${place}`)} />
        <Field name={`population.${place}`} type="number" min={0} label={say('webPartnership.party.people')} defaultValue={useKept(`population.${place}`)} />
        <Field name={`populationYear.${place}`} type="number" min={1700} max={2200} label={say('webParties.open.year')} defaultValue={useKept(`populationYear.${place}`)} />
        <Tick name={`populationApproximate.${place}`} ticked={useKept(`populationApproximate.${place}`) === 'yes'}>
          {say('webParties.open.approximate')}
        </Tick>
      </div>
    </Disclosure>
  );
}
