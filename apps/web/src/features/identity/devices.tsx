import { useNavigate } from 'react-router';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Status } from '../../ui/status.tsx';
import { devicesPath, type Devices } from './devices.graphql.ts';
import { PasskeyButton } from './passkey-button.tsx';

interface DevicesPageProps {
  readonly devices: Devices;
  readonly pageKey: string;
  readonly done: string | null;
}

/** « Mes appareils »: where I am signed in, my keys, and how to end each. Works without JavaScript, but for adding a key. */
export function DevicesPage({ devices: { sessions, passkeys, mayChangeKeys }, pageKey, done }: DevicesPageProps) {
  const say = useSay();
  const said = ({ revoked: 'webIdentity.devices.revoked', removed: 'webIdentity.devices.removed', added: 'webIdentity.devices.added' } as const)[done ?? ''];
  return (
    <>
      <PageHeader title={say('webIdentity.devices.title')} lead={say('webIdentity.devices.lead')} />
      {said && (
        <Banner tone="good">
          <p role="status">{say(said)}</p>
        </Banner>
      )}
      <h2>{say('webIdentity.devices.sessions')}</h2>
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} pageKey={pageKey} />
      ))}
      {sessions.length > 1 && <ActButton name="revokeSession:others" label={say('webIdentity.devices.endOthers')} pageKey={pageKey} kind="secondary" />}
      <h2>{say('webIdentity.devices.keys')}</h2>
      <p>{say('webIdentity.devices.keysLead')}</p>
      {passkeys.map((passkey) => (
        <KeyCard key={passkey.id} passkey={passkey} mayChange={mayChangeKeys} pageKey={pageKey} />
      ))}
      {mayChangeKeys ? <AddKey /> : <Prove />}
    </>
  );
}

/** « Firefox, Android »: proper names, the same in every language. */
function useDeviceName(): (device: { readonly browser: string | null; readonly platform: string | null }) => string {
  const say = useSay();
  return ({ browser, platform }) => [browser, platform].filter(Boolean).join(' · ') || say('webIdentity.devices.unnamed');
}

function SessionCard({ session, pageKey }: { session: Devices['sessions'][number]; pageKey: string }) {
  const say = useSay();
  const nameOf = useDeviceName();
  const { id, method, startedOn, lastSeenOn, current } = session;
  return (
    <Card
      level={3}
      title={<bdi>{nameOf(session)}</bdi>}
      status={current && <Status tone="done">{say('webIdentity.devices.current')}</Status>}
      actions={!current && <ActButton name={`revokeSession:${id}`} label={say('webIdentity.devices.end')} pageKey={pageKey} fields={{ sessionId: id }} kind="secondary" />}
    >
      <p>
        {say('webIdentity.devices.lastSeen')} <CivilDate on={lastSeenOn} />
      </p>
      <p>
        {say(`webIdentity.devices.by.${method}`)} <CivilDate on={startedOn} />
      </p>
    </Card>
  );
}

function KeyCard({ passkey, mayChange, pageKey }: { passkey: Devices['passkeys'][number]; mayChange: boolean; pageKey: string }) {
  const say = useSay();
  const nameOf = useDeviceName();
  const { id, addedOn, lastUsedOn, signsNow, signsOn, signsFrom } = passkey;
  return (
    <Card
      level={3}
      title={<bdi>{nameOf(passkey)}</bdi>}
      actions={mayChange && <ActButton name={`removePasskey:${id}`} label={say('webIdentity.devices.remove')} pageKey={pageKey} fields={{ passkeyId: id }} kind="secondary" />}
    >
      <p>
        {say('webIdentity.devices.addedOn')} <CivilDate on={addedOn} />
      </p>
      {lastUsedOn && (
        <p>
          {say('webIdentity.devices.lastUsed')} <CivilDate on={lastUsedOn} />
        </p>
      )}
      {!signsNow && (
        <Status tone="waiting">
          {say('webIdentity.devices.signsAfter')} <CivilDate on={signsOn} />, <bdi>{signsFrom}</bdi>
        </Status>
      )}
    </Card>
  );
}

function AddKey() {
  const say = useSay();
  const navigate = useNavigate();
  return <PasskeyButton errand={{ to: 'register' }} label={say('webIdentity.devices.add')} onDone={() => void navigate(`${devicesPath}?done=added`, { replace: true })} />;
}

/** Keys change only right after a proof: an unlocked screen is not one. */
function Prove() {
  const say = useSay();
  return (
    <>
      <p>{say('webIdentity.devices.prove')}</p>
      <LinkButton icon="mail" to={withWayBack('/confirm', devicesPath)}>
        {say('webIdentity.devices.proveButton')}
      </LinkButton>
    </>
  );
}
