import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Recovery } from './people.graphql.ts';

const tones: Readonly<Record<Recovery['state'], Tone>> = { ASKED: 'waiting', NOTICE: 'underway', READY: 'waiting', STOPPED: 'stopped', APPLIED: 'done' };

/** An access being given back: everybody seated sees it, and may stop it. */
export function RecoveryCard({ recovery, pageKey }: { recovery: Recovery; pageKey: string }) {
  const say = useSay();
  const { id, person, state, reason, mailAddress, viewerMayConfirm, viewerMayApply } = recovery;
  const fields = { recoveryId: id };
  return (
    <Card
      level={3}
      title={person.displayName}
      status={<Status tone={tones[state]}>{say(`webParties.recovery.state.${state}`)}</Status>}
      mine={viewerMayConfirm.allowed || viewerMayApply.allowed}
      actions={
        <>
          {viewerMayConfirm.allowed && <ActButton name={`confirmRecovery:${id}`} label={say('webParties.recovery.confirm')} pageKey={pageKey} fields={fields} />}
          {viewerMayApply.allowed && <ActButton name={`applyRecovery:${id}`} label={say('webParties.recovery.apply')} pageKey={pageKey} fields={fields} />}
          <ActButton name={`stopRecovery:${id}`} label={say('webParties.recovery.stop')} kind="danger" pageKey={pageKey} fields={fields} />
        </>
      }
    >
      <Facts
        facts={[
          { name: say('webParties.recovery.why'), value: reason },
          ...(mailAddress ? [{ name: say('webParties.recovery.newAddress'), value: mailAddress }] : []),
        ]}
      />
    </Card>
  );
}
