import { useKept, useSending, ActForm } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { PartyActs } from './life.graphql.ts';

/** A party's acts, of which agreement, on which page. */
export interface ActsOf {
  readonly acts: PartyActs;
  readonly agreementId: string;
  readonly pageKey: string;
}
export type ActName = 'resolution' | 'signature' | 'transmission' | 'visa';

const deeds = { resolution: 'recordCouncilResolution', signature: 'recordAgreementSignature', transmission: 'recordTransmission', visa: 'recordVisa' } as const;

/** Asked only when something is known already: a first writing needs no reason. */
function Motive({ asked }: { asked: boolean }) {
  const say = useSay();
  const kept = useKept('motive');
  return asked && <TextArea name="motive" rows={2} label={say('webLife.acts.motive')} hint={say('webLife.acts.motiveHint')} defaultValue={kept} />;
}

function Resolution({ acts: { resolution } }: ActsOf) {
  const say = useSay();
  return (
    <>
      <Field name="body" required maxLength={160} label={say('webLife.acts.body')} hint={say('webLife.acts.bodyHint')} defaultValue={useKept('body', resolution?.body)} />
      <Field type="date" name="decidedOn" required label={say('webLife.acts.decidedOn')} defaultValue={useKept('decidedOn', resolution?.decidedOn)} />
      <Field name="number" maxLength={160} dir="ltr" label={say('webLife.acts.number')} defaultValue={useKept('number', resolution?.number ?? '')} />
    </>
  );
}

function Signature({ acts: { signature } }: ActsOf) {
  const say = useSay();
  return (
    <>
      <Field name="office" required maxLength={160} label={say('webLife.acts.office')} hint={say('webLife.acts.officeHint')} defaultValue={useKept('office', signature?.office)} />
      <Field name="place" required maxLength={160} label={say('webLife.acts.place')} defaultValue={useKept('place', signature?.place)} />
      <Field type="date" name="signedOn" required label={say('webLife.acts.signedOn')} defaultValue={useKept('signedOn', signature?.signedOn)} />
    </>
  );
}

/** What a stamp said, or what is known already. */
export interface TransmissionKnown {
  readonly actId: string | null;
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  readonly publishedOn: string | null;
}

/** The fields of a transmission, filled with what is known. */
export function TransmissionFields({ known }: { known: TransmissionKnown | null }) {
  const say = useSay();
  return (
    <>
      <Field name="actId" maxLength={160} dir="ltr" label={say('webLife.acts.actId')} hint={say('webLife.acts.actIdHint')} defaultValue={useKept('actId', known?.actId ?? '')} />
      <Field type="date" name="sentOn" label={say('webLife.acts.sentOn')} defaultValue={useKept('sentOn', known?.sentOn ?? '')} />
      <Field type="date" name="receivedOn" label={say('webLife.acts.receivedOn')} defaultValue={useKept('receivedOn', known?.receivedOn ?? '')} />
      <Field type="date" name="publishedOn" label={say('webLife.acts.publishedOn')} defaultValue={useKept('publishedOn', known?.publishedOn ?? '')} />
    </>
  );
}

function Transmission({ acts, agreementId }: ActsOf) {
  const say = useSay();
  return (
    <>
      <p>
        <LinkButton icon="document" to={`/agreement/transmission?agreement=${agreementId}&party=${acts.party.id}`}>
          {say('webLife.acts.readStamp')}
        </LinkButton>
      </p>
      <TransmissionFields known={acts.transmission} />
    </>
  );
}

function Visa({ acts: { visa } }: ActsOf) {
  const say = useSay();
  return (
    <>
      <Field name="authority" required maxLength={160} label={say('webLife.acts.authority')} hint={say('webLife.acts.authorityHint')} defaultValue={useKept('authority', visa?.authority)} />
      <Field name="reference" maxLength={160} label={say('webLife.acts.reference')} defaultValue={useKept('reference', visa?.reference ?? '')} />
      <Field type="date" name="submittedOn" label={say('webLife.acts.submittedOn')} defaultValue={useKept('submittedOn', visa?.submittedOn ?? '')} />
      <Select name="decision" label={say('webLife.acts.decision')} defaultValue={useKept('decision', visa?.decision ?? '')}>
        <option value="">{say('webLife.acts.WAITING')}</option>
        <option value="GRANTED">{say('webLife.acts.GRANTED')}</option>
        <option value="REFUSED">{say('webLife.acts.REFUSED')}</option>
      </Select>
      <Field type="date" name="decidedOn" label={say('webLife.acts.answeredOn')} defaultValue={useKept('decidedOn', visa?.decidedOn ?? '')} />
    </>
  );
}

const fields = { resolution: Resolution, signature: Signature, transmission: Transmission, visa: Visa } as const;

/** The form of one act: written for the first time, completed or corrected. */
export function ActEditor({ act, ...of }: ActsOf & { act: ActName }) {
  const say = useSay();
  const sending = useSending();
  const { acts, agreementId, pageKey } = of;
  const name = `${deeds[act]}:${acts.party.id}`;
  const isKnown = acts[act] !== null;
  const Fields = fields[act];
  return (
    <Disclosure label={say(isKnown ? 'webLife.acts.change' : 'webLife.acts.write', { act })} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="agreementId" value={agreementId} />
        <input type="hidden" name="partyId" value={acts.party.id} />
        <Fields {...of} />
        <Motive asked={isKnown} />
        <Button kind="secondary" busy={sending}>{say('webLife.acts.save')}</Button>
      </ActForm>
    </Disclosure>
  );
}
