import { ActForm, useKept, useRefusal, useSending } from '../../base/act-form.tsx';
import { useVoice } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choices, Tick } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import type { FactName, PartyFacts } from './party-facts.graphql.ts';
import styles from './party-facts.module.css';
import { usePartyWords } from './party-words.ts';

const name = 'updatePartyFacts';

interface LineProps {
  readonly fact: Exclude<FactName, 'workWeek' | 'closedDays' | 'workedDays' | 'populationApproximate'>;
  readonly known: string | number | null | undefined;
  readonly type?: 'number';
  readonly required?: boolean;
  readonly dir?: 'ltr';
}

/** One fact in one line; its hint says in which form, where that is not plain. */
function Line({ fact, known, ...input }: LineProps) {
  const { nameOf, hintOf } = usePartyWords();
  return <Field name={fact} label={nameOf(fact)} hint={hintOf(fact)} maxLength={input.type ? undefined : 160} min={input.type && 0} defaultValue={useKept(fact, String(known ?? ''))} {...input} />;
}

function Week({ known }: { known: readonly number[] | null }) {
  const { nameOf, dayOf } = usePartyWords();
  const refused = useRefusal(name);
  return <Choices legend={nameOf('workWeek')} name="workWeek" chosen={refused?.values['workWeek'] ?? (known ?? []).map(String)} options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: dayOf(day) }))} />;
}

/** Days declared otherwise than the calendar says: one that is emptied is one no more; two are left blank for others. */
function Days({ fact, known }: { fact: 'closedDays' | 'workedDays'; known: readonly string[] | null | undefined }) {
  const { say } = useVoice();
  const { nameOf } = usePartyWords();
  const days = (useRefusal(name)?.values[fact] ?? known ?? []).filter(Boolean);
  const hint = `${fact}-hint`;
  return (
    <fieldset className={styles.days} aria-describedby={hint}>
      <legend>{nameOf(fact)}</legend>
      <p id={hint}>{say(`webPartnership.facts.${fact}Hint`)}</p>
      {[...days, '', ''].map((day, index) => (
        <Field key={`${index} ${day}`} type="date" later name={fact} label={say('webPartnership.facts.declaredDay', { number: index + 1 })} defaultValue={day} />
      ))}
    </fieldset>
  );
}

function Lines({ facts: { party, presidentTitleFr, presidentTitleAr } }: { facts: PartyFacts }) {
  const { say } = useVoice();
  const { territory } = party;
  const refused = useRefusal(name);
  const approximate = refused ? refused.values['populationApproximate']?.[0] === 'yes' : territory.populationApproximate === true;
  return (
    <>
      <h2>{say('webPartnership.facts.organisation')}</h2>
      <Line fact="presidentTitle" known={presidentTitleFr} required />
      <Line fact="presidentTitleAr" known={presidentTitleAr} required />
      <Line fact="contact" known={party.contact} />
      {territory.country === 'FR' && <Line fact="siren" known={party.siren} dir="ltr" />}
      <Line fact="networks" known={party.networks?.join(' ; ')} />
      {territory.country !== 'FR' && (
        <>
          <Line fact="authorityNote" known={party.authorityNote} />
          <Line fact="authoritySource" known={party.authoritySource} />
        </>
      )}
      <h2>{say('webPartnership.facts.territory')}</h2>
      <Line fact="hierarchy" known={territory.hierarchy} />
      <Line fact="supervision" known={territory.supervision} />
      <Line fact="population" known={territory.population} type="number" />
      <Line fact="populationYear" known={territory.populationYear} type="number" />
      <Tick name="populationApproximate" ticked={approximate}>
        {say('webParties.open.approximate')}
      </Tick>
      <Line fact="currency" known={territory.currency} required dir="ltr" />
      <Week known={territory.workWeek} />
      <p>{say('webPartnership.facts.weekHint')}</p>
      <Days fact="closedDays" known={territory.closedDays} />
      <Days fact="workedDays" known={territory.workedDays} />
    </>
  );
}

/** Every fact of one's own party, saved together. */
export function PartyFactsForm({ facts, idempotencyKey }: { facts: PartyFacts; idempotencyKey: string }) {
  const { say } = useVoice();
  const sending = useSending();
  return (
    <ActForm name={name} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="partyId" value={facts.id} />
      <input type="hidden" name="expectedVersion" value={facts.version} />
      {facts.party.territory.country === 'FR' && <KeptAsIs facts={facts} names={['authorityNote', 'authoritySource']} />}
      <Lines facts={facts} />
      <p>{say('webPartnership.facts.future')}</p>
      <Button busy={sending} icon="check">
        {say('webPartnership.facts.save')}
      </Button>
    </ActForm>
  );
}

/** Facts this form does not ask for go along as they are. */
function KeptAsIs({ facts: { party }, names }: { facts: PartyFacts; names: readonly ('authorityNote' | 'authoritySource')[] }) {
  return names.map((fact) => <input key={fact} type="hidden" name={fact} value={party[fact] ?? ''} />);
}
