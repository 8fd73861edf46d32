import type { ReactNode } from 'react';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { KeyButton } from '../../base/key-button.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { useKeysHere } from '../../base/passkey.ts';
import { withWayBack } from '../../base/way-back.ts';
import { Button, LinkButton, type ButtonKind } from '../../ui/button.tsx';

/** How the reader may prove that she is there, for an act that binds somebody else's mandate or access. */
export interface Proving {
  /** The last proof is too old. */
  readonly unproved: boolean;
  /** Has she a key that may answer? Whether this device holds it, the device says. */
  readonly hasKey: boolean;
}

/** The act to prove, and where it is done, to come back to. */
export interface ToProve {
  readonly kind: 'confirmInvitation' | 'confirmRecovery' | 'applyRecovery' | 'endMandate';
  readonly subjectId: string;
  readonly back: string;
}

/** The form, once it is proved who is there or when a key can prove it with the same press; in its place, the way to a code and back. */
export function ProveFirst({ proving, back, children }: { proving: Proving; back: string; children: ReactNode }) {
  const say = useSay();
  const byKey = useKeysHere() && proving.hasKey;
  if (!proving.unproved || byKey) return <>{children}</>;
  return (
    <>
      <p>{say('webParties.prove.lead')}</p>
      <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', back)}>
        {say('webParties.prove.first')}
      </LinkButton>
    </>
  );
}

interface ProvenButtonProps {
  readonly act: ToProve;
  readonly proving: Proving;
  readonly label: string;
  readonly kind?: ButtonKind;
}

/** Sends the form it stands in; without a fresh proof, the key answers first, for this very act. A code stays possible. */
export function ProvenButton({ act, proving, label, kind = 'primary' }: ProvenButtonProps) {
  const sending = useSending();
  if (proving.unproved) return <ByKey act={act} kind={kind} />;
  return (
    <Button kind={kind} busy={sending}>
      {label}
    </Button>
  );
}

function ByKey({ act: { kind: deed, subjectId, back }, kind }: Pick<ProvenButtonProps, 'act'> & { kind: ButtonKind }) {
  const say = useSay();
  const act = { kind: deed, subjectId, version: 1, contentHash: '' };
  return <KeyButton act={act} hint={say('webParties.prove.keyHint')} label={say(`webParties.prove.byKey.${deed}`)} back={back} kind={kind} />;
}

interface ProvenActProps extends ProvenButtonProps {
  readonly pageKey: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A form of one button, for an act that asks who is there. */
export function ProvenAct({ pageKey, fields, ...button }: ProvenActProps) {
  const { act, proving } = button;
  const name = `${act.kind}:${act.subjectId}`;
  return (
    <ProveFirst proving={proving} back={act.back}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <ProvenButton {...button} />
      </ActForm>
    </ProveFirst>
  );
}
