import { useSay } from '../../base/language.tsx';
import { MayButton } from '../../base/may-button.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { LinkButton } from '../../ui/button.tsx';
import type { Meeting } from './meeting.graphql.ts';

/** Issues the convocation. Whoever may not reads why, with the article; whoever must first prove who they are is led there and back. */
export function ConveneMeeting({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const { convene } = meeting.viewerMay;
  if (convene.refusal?.code === 'STEP_UP_REQUIRED') {
    return (
      <>
        <p>{convene.refusal.sentence}</p>
        <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', `/meetings/${meeting.id}`)}>
          {say('webMeetings.convene.confirmFirst')}
        </LinkButton>
      </>
    );
  }
  return <MayButton may={convene} name="conveneMeeting" icon="mail" label={say('webMeetings.convene.button')} pageKey={pageKey} fields={{ meetingId: meeting.id }} />;
}
