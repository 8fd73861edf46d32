import { ActForm } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { KeyButton } from '../../base/key-button.tsx';
import { keyOf, MayButton } from '../../base/may-button.tsx';
import { useKeysHere } from '../../base/passkey.ts';
import { withWayBack } from '../../base/way-back.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { Meeting } from './meeting.graphql.ts';

interface ConveneMeetingProps {
  readonly meeting: Meeting;
  readonly pageKey: string;
  /** Has she a key that may answer for it? Whether this device holds it, the device says. */
  readonly hasKey: boolean;
}

/** Issues the convocation. Whoever may not reads why, with the article; whoever must first prove who they are does so by key, or is led to a code and back. */
export function ConveneMeeting({ meeting, pageKey, hasKey }: ConveneMeetingProps) {
  const say = useSay();
  const byKey = useKeysHere() && hasKey;
  const { convene } = meeting.viewerMay;
  if (convene.refusal?.code !== 'STEP_UP_REQUIRED') {
    return <MayButton may={convene} name="conveneMeeting" icon="mail" label={say('webMeetings.convene.button')} pageKey={pageKey} fields={{ meetingId: meeting.id }} />;
  }
  if (byKey) return <ConveneByKey meeting={meeting} pageKey={pageKey} />;
  return (
    <>
      <p>{convene.refusal.sentence}</p>
      <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', `/meetings/${meeting.id}`)}>
        {say('webMeetings.convene.confirmFirst')}
      </LinkButton>
    </>
  );
}

/** The key answers for this convocation as it is on the screen, then the form leaves. A code stays possible. */
function ConveneByKey({ meeting: { id, version, convocationHash }, pageKey }: Omit<ConveneMeetingProps, 'hasKey'>) {
  const say = useSay();
  const act = { kind: 'conveneMeeting', subjectId: id, version, contentHash: convocationHash };
  return (
    <ActForm idempotencyKey={keyOf(pageKey, 'conveneMeeting')} name="conveneMeeting">
      <input type="hidden" name="meetingId" value={id} />
      <KeyButton act={act} hint={say('webMeetings.convene.keyHint')} label={say('webMeetings.convene.byKey')} back={`/meetings/${id}`} />
    </ActForm>
  );
}
