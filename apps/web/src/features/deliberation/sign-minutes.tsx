import { ActForm, useKept, useRefusal, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { useKeysHere } from '../../base/passkey.ts';
import { withWayBack } from '../../base/way-back.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { Signatory, ToSign } from './sign-minutes.graphql.ts';
import { mayStartSigning } from './sign-now.tsx';
import { SignByKey } from './sign-by-key.tsx';
import styles from './minutes.module.css';

interface SignMinutesProps {
  readonly minutes: ToSign;
  readonly signatory: Signatory | null;
  /** Has she a key that may sign? Whether this device holds it, the device says. */
  readonly hasKey: boolean;
  readonly idempotencyKey: string;
  /** The place typed before the person was sent to prove who she is. */
  readonly place: string | null;
}

/** The step before what cannot be taken back: what the signature does, where it is given, « Je signe ». */
export function SignMinutes({ minutes, signatory, hasKey, idempotencyKey, place }: SignMinutesProps) {
  const say = useSay();
  const refused = useRefusal('signMinutes');
  const byKey = useKeysHere() && hasKey;
  const number = minutes.number ?? '';
  const back = { to: `/minutes/${minutes.id}`, label: say('webMinutes.sign.later') };
  const { refusal } = minutes.viewerMay.sign;
  const unproved = [refusal?.code, refused?.refusal.code].includes('STEP_UP_REQUIRED');
  const typed = refused?.values['place']?.[0] ?? place ?? signatory?.city ?? '';
  if (!mayStartSigning(minutes) || !signatory) {
    return (
      <>
        <PageHeader title={say('webMinutes.sign.title', { number })} lead={<p>{minutes.executorySentence}</p>} />
        {refusal && <WhyNot label={say('webMinutes.sign.button')} sentence={refusal.sentence} source={refusal.source} />}
        <LinkButton to={back.to}>{say('webMinutes.sign.read')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <PageHeader title={say('webMinutes.sign.title', { number })} eyebrow={<bdi>{signatory.office}</bdi>} />
      <Confirm title={say('webMinutes.sign.question', { party: signatory.party })} consequence={<Consequence minutes={minutes} signatory={signatory} />} back={back}>
        {unproved && !byKey ? (
          <Prove next={`${back.to}/sign?place=${encodeURIComponent(typed)}`} idempotencyKey={idempotencyKey} />
        ) : (
          <ActForm idempotencyKey={idempotencyKey} name="signMinutes">
            <Place place={typed} hash={minutes.contentHash ?? ''} />
            {byKey ? <SignByKey minutes={minutes} unproved={unproved} back={back.to} /> : <Sign />}
          </ActForm>
        )}
      </Confirm>
      <div className={styles.fingerprint}>
        <p className={styles.small}>{say('webMinutes.signatures.contentHash')}</p>
        <p className={styles.hash}>
          <bdi dir="ltr">{minutes.contentHash}</bdi>
        </p>
      </div>
    </>
  );
}

function Consequence({ minutes: { missing, version, executorySource }, signatory }: { minutes: ToSign; signatory: Signatory }) {
  const say = useSay();
  const others = missing.filter(({ id }) => id !== signatory.partyId);
  return (
    <div className={styles.ballot}>
      <p>
        <strong>{others.length === 0 ? say('webMinutes.sign.makesExecutory') : say('webMinutes.sign.leaves', { names: others.map(({ shortName }) => shortName).join(', ') })}</strong>
      </p>
      <p>{say('webMinutes.sign.binds', { version, party: signatory.party })}</p>
      <Source source={executorySource} />
    </div>
  );
}

function Place({ place, hash }: { place: string; hash: string }) {
  const say = useSay();
  return (
    <>
      <input type="hidden" name="contentHash" value={hash} />
      <Field name="place" required maxLength={300} label={say('webMinutes.sign.place')} defaultValue={useKept('place', place)} />
    </>
  );
}

function Sign() {
  const say = useSay();
  const sending = useSending();
  return (
    <Button icon="pen" busy={sending}>
      {say('webMinutes.sign.confirm')}
    </Button>
  );
}

/** The last proof of identity is too old: a code first, asked from here, then back here with the place kept. */
function Prove({ next, idempotencyKey }: { next: string; idempotencyKey: string }) {
  const say = useSay();
  const sending = useSending();
  return (
    <ActForm action={withWayBack('/confirm', next)} idempotencyKey={idempotencyKey}>
      <p>{say('webMinutes.sign.prove')}</p>
      <Button icon="mail" busy={sending}>
        {say('webIdentity.signIn.send')}
      </Button>
    </ActForm>
  );
}
