import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { acceptedFiles } from '../../base/documents.ts';
import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { channels, withOffice, type EnteringDesk } from './entered.graphql.ts';
import styles from './entered.module.css';

interface EnterForProps {
  readonly desk: EnteringDesk;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** Everybody who may be named for one of the acts, once; whoever needs a paper for one of them is said so. */
function peopleOf({ options }: EnteringDesk) {
  const people = new Map(options.flatMap((option) => option.people.map((one) => [one.person.id, one] as const)));
  return [...people.values()];
}

function What({ desk: { options } }: { desk: EnteringDesk }) {
  const say = useSay();
  const [only, second] = options;
  const kept = useKept('act', second ? '' : (only?.act ?? ''));
  const shown = options.map(({ act }) => ({ value: act, label: say(`webEntered.enter.acts.${act}`), consequence: say(`webEntered.enter.consequence.${act}`) }));
  const reason = useKept('reason');
  const returns = options.some(({ act }) => act === 'RETURN_SHEET');
  return (
    <>
      <Choice legend={say('webEntered.enter.act')} name="act" required chosen={kept} options={shown} />
      {returns && <TextArea name="reason" rows={3} maxLength={2000} later label={say('webEntered.enter.reason')} hint={say('webEntered.enter.reasonHint')} defaultValue={reason} />}
    </>
  );
}

function Who({ desk }: { desk: EnteringDesk }) {
  const say = useSay();
  const people = peopleOf(desk);
  return (
    <Select name="personId" required label={say('webEntered.enter.person')} defaultValue={useKept('personId', people.length === 1 ? people[0]?.person.id : '')}>
      {people.length > 1 && <option value="">{say('webEntered.enter.choose')}</option>}
      {people.map(({ person, office, party, proofRequired }) => (
        <option key={person.id} value={person.id}>
          {say(proofRequired ? 'webEntered.enter.withProof' : 'webEntered.enter.plain', { name: withOffice(person.displayName, office), party: party.shortName })}
        </option>
      ))}
    </Select>
  );
}

function How({ desk }: { desk: EnteringDesk }) {
  const say = useSay();
  const channel = useKept('channel');
  const saidOn = useKept('saidOn', desk.today);
  return (
    <>
      <Choice legend={say('webEntered.enter.channel')} name="channel" required chosen={channel} options={channels.map((value) => ({ value, label: say(`webEntered.enter.channels.${value}`) }))} />
      <Field type="date" name="saidOn" required max={desk.today} label={say('webEntered.enter.saidOn')} defaultValue={saidOn} />
    </>
  );
}

function Words({ megabytes }: Pick<EnterForProps, 'megabytes'>) {
  const say = useSay();
  const [note, sending] = [useKept('note'), useSending()];
  return (
    <>
      <Field type="file" name="file" accept={acceptedFiles} later label={say('webEntered.enter.proof')} hint={say('webEntered.enter.proofHint', { megabytes })} />
      <TextArea name="note" rows={2} maxLength={2000} later label={say('webEntered.enter.note')} hint={say('webEntered.enter.noteHint')} defaultValue={note} />
      <Button icon="pen" busy={sending}>
        {say(sending ? 'webEntered.enter.sending' : 'webEntered.enter.send')}
      </Button>
    </>
  );
}

/** Somebody's word on paper or by telephone becomes her act: for whom, what, how it came, when. One form, one file. */
export function EnterFor({ desk, megabytes, idempotencyKey }: EnterForProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webEntered.enter.title')} eyebrow={<bdi>{desk.title}</bdi>} lead={<p>{say('webEntered.enter.lead')}</p>} />
      {desk.options.length === 0 ? (
        <EmptyState icon="people" title={say('webEntered.enter.none')}>
          {desk.reasons.length === 0 && <p>{say('webEntered.enter.noneLead')}</p>}
          {desk.reasons.map((reason) => (
            <p key={reason} dir="auto">
              {reason}
            </p>
          ))}
        </EmptyState>
      ) : (
        <ActForm name={fileForm} idempotencyKey={idempotencyKey} encType="multipart/form-data">
          {desk.version !== null && <input type="hidden" name="version" value={desk.version} />}
          {desk.actionsHash !== null && <input type="hidden" name="actionsHash" value={desk.actionsHash} />}
          <What desk={desk} />
          <Who desk={desk} />
          <How desk={desk} />
          <Words megabytes={megabytes} />
        </ActForm>
      )}
      <section aria-labelledby="rules" className={styles.rules}>
        <h2 id="rules">{say('webEntered.enter.rules')}</h2>
        {desk.rules.map((rule) => (
          <p key={rule}>{rule}</p>
        ))}
        <Source source={desk.source} />
      </section>
      <p className="cluster">
        <LinkButton kind="quiet" to={desk.href}>
          {say('webEntered.enter.back')}
        </LinkButton>
        <LinkButton kind="quiet" to="/entered">
          {say('webEntered.list.link')}
        </LinkButton>
      </p>
    </>
  );
}
