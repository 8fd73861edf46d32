import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { ProvenAct, type Proving } from './prove-first.tsx';
import type { Recovery } from './people.graphql.ts';

const tones: Readonly<Record<Recovery['state'], Tone>> = { ASKED: 'waiting', NOTICE: 'underway', READY: 'waiting', STOPPED: 'stopped', APPLIED: 'done' };

const back = '/people#recoveries';

/** An access being given back: those who prepare see it, and whoever answers for it may stop it. */
export function RecoveryCard({ recovery, proving, pageKey }: { recovery: Recovery; proving: Proving; pageKey: string }) {
  const say = useSay();
  const { id, person, state, reason, mailAddress, viewerMayConfirm, viewerMayApply, viewerMayStop } = recovery;
  const fields = { recoveryId: id };
  const proven = { proving, pageKey, fields };
  return (
    <Card
      level={3}
      title={person.displayName}
      status={<Status tone={tones[state]}>{say(`webParties.recovery.state.${state}`)}</Status>}
      mine={viewerMayConfirm.allowed || viewerMayApply.allowed}
      actions={
        <>
          {viewerMayConfirm.allowed && <ProvenAct {...proven} act={{ kind: 'confirmRecovery', subjectId: id, back }} label={say('webParties.recovery.confirm')} />}
          {viewerMayApply.allowed && <ProvenAct {...proven} act={{ kind: 'applyRecovery', subjectId: id, back }} label={say('webParties.recovery.apply')} />}
          {viewerMayStop.allowed && <ActButton name={`stopRecovery:${id}`} label={say('webParties.recovery.stop')} kind="danger" pageKey={pageKey} fields={fields} />}
        </>
      }
    >
      <Facts
        facts={[
          { name: say('webParties.recovery.why'), value: reason },
          ...(mailAddress ? [{ name: say('webParties.recovery.newAddress'), value: <bdi dir="ltr">{mailAddress}</bdi> }] : []),
        ]}
      />
    </Card>
  );
}
