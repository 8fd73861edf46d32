import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { decisionLines, type Paper } from './paper.graphql.ts';

interface PaperFormProps {
  readonly name: 'enterPaperMinutes' | 'correctPaperMinutes';
  /** What was typed before, when it is corrected. */
  readonly paper?: Paper;
  readonly partnershipId: string;
  readonly parties: readonly PartyHere[];
  readonly pageKey: string;
}

function Meeting({ paper, parties }: Pick<PaperFormProps, 'paper' | 'parties'>) {
  const say = useSay();
  const kinds = (['ORDINARY', 'EXTRAORDINARY'] as const).map((value) => ({ value, label: say(`webJoining.form.${value}`) }));
  return (
    <>
      <Field name="number" required maxLength={160} label={say('webJoining.form.number')} hint={say('webJoining.form.numberHint')} defaultValue={useKept('number', paper?.number)} />
      <Field type="date" name="heldOn" required label={say('webJoining.form.heldOn')} defaultValue={useKept('heldOn', paper?.heldOn)} />
      <Choice legend={say('webJoining.form.kind')} name="kind" required options={kinds} chosen={useKept('kind', paper?.kind ?? 'ORDINARY')} />
      <Select name="hostPartyId" required label={say('webJoining.form.host')} defaultValue={useKept('hostPartyId', paper?.host.id)}>
        {parties.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName}
          </option>
        ))}
      </Select>
      <Field name="place" required maxLength={300} label={say('webJoining.form.place')} defaultValue={useKept('place', paper?.place)} />
    </>
  );
}

function Decision({ line, decision }: { line: number; decision: Paper['decisions'][number] | undefined }) {
  const say = useSay();
  const title = useKept(`title.${line}`, decision?.title);
  const text = useKept(`text.${line}`, decision?.text);
  const results = (['ADOPTED', 'NOT_ADOPTED'] as const).map((value) => ({ value, label: say(`webJoining.form.${value}`) }));
  return (
    <Disclosure label={say('webJoining.form.decision', { number: String(line) })} open={line === 1 || title !== ''}>
      <div className="stack">
        <Field name={`title.${line}`} maxLength={300} label={say('webJoining.form.decisionTitle')} defaultValue={title} />
        <TextArea name={`text.${line}`} rows={3} label={say('webJoining.form.decisionText')} hint={say('webJoining.form.decisionTextHint')} defaultValue={text} />
        <Choice legend={say('webJoining.form.result')} name={`result.${line}`} options={results} chosen={useKept(`result.${line}`, decision?.result ?? 'ADOPTED')} />
      </div>
    </Disclosure>
  );
}

function Signature({ party: { id, shortName }, signature }: { party: PartyHere; signature: Paper['signatures'][number] | undefined }) {
  const say = useSay();
  return (
    <fieldset className="stack">
      <legend>
        <strong>{say('webJoining.form.signatureOf', { party: shortName })}</strong>
      </legend>
      <input type="hidden" name="party" value={id} />
      <Field name={`office.${id}`} maxLength={300} label={say('webJoining.form.office')} hint={say('webJoining.form.officeHint')} defaultValue={useKept(`office.${id}`, signature?.office)} />
      <Field type="date" name={`signedOn.${id}`} label={say('webJoining.form.signedOn')} defaultValue={useKept(`signedOn.${id}`, signature?.signedOn)} />
    </fieldset>
  );
}

function Parts({ paper, parties }: Pick<PaperFormProps, 'paper' | 'parties'>) {
  const say = useSay();
  return (
    <>
      <Meeting {...(paper && { paper })} parties={parties} />
      <p>{say('webJoining.form.decisionLines')}</p>
      {Array.from({ length: decisionLines }, (_, index) => (
        <Decision key={index} line={index + 1} decision={paper?.decisions[index]} />
      ))}
      <h2>{say('webJoining.form.signatures')}</h2>
      <p>{say('webJoining.form.signaturesHint')}</p>
      {parties.map((party) => (
        <Signature key={party.id} party={party} signature={paper?.signatures.find((signature) => signature.party.id === party.id)} />
      ))}
    </>
  );
}

/** What a paper says, typed: eight decisions at most, one signature a party. Works without JavaScript. */
export function PaperForm({ name, paper, partnershipId, parties, pageKey }: PaperFormProps) {
  const say = useSay();
  const sending = useSending();
  return (
    <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
      <input type="hidden" name="partnershipId" value={partnershipId} />
      {paper && <input type="hidden" name="id" value={paper.id} />}
      <Parts {...(paper && { paper })} parties={parties} />
      <Button icon="check" busy={sending}>{say(paper ? 'webJoining.form.save' : 'webJoining.form.send')}</Button>
    </ActForm>
  );
}
