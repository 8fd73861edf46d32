import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { ProveFirst } from './prove-first.tsx';
import type { Recovery } from './people.graphql.ts';

const tones: Readonly<Record<Recovery['state'], Tone>> = { ASKED: 'waiting', NOTICE: 'underway', READY: 'waiting', STOPPED: 'stopped', APPLIED: 'done' };

/** An access being given back: those who prepare see it, and whoever answers for it may stop it. */
export function RecoveryCard({ recovery, unproved, pageKey }: { recovery: Recovery; unproved: boolean; pageKey: string }) {
  const say = useSay();
  const { id, person, state, reason, mailAddress, viewerMayConfirm, viewerMayApply, viewerMayStop } = recovery;
  const fields = { recoveryId: id };
  return (
    <Card
      level={3}
      title={person.displayName}
      status={<Status tone={tones[state]}>{say(`webParties.recovery.state.${state}`)}</Status>}
      mine={viewerMayConfirm.allowed || viewerMayApply.allowed}
      actions={
        <>
          {(viewerMayConfirm.allowed || viewerMayApply.allowed) && (
            <ProveFirst unproved={unproved} back="/people#recoveries">
              {viewerMayConfirm.allowed && <ActButton name={`confirmRecovery:${id}`} label={say('webParties.recovery.confirm')} pageKey={pageKey} fields={fields} />}
              {viewerMayApply.allowed && <ActButton name={`applyRecovery:${id}`} label={say('webParties.recovery.apply')} pageKey={pageKey} fields={fields} />}
            </ProveFirst>
          )}
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
