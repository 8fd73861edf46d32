import { ActForm, useSending } from '../../base/act-form.tsx';
import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { SendingHold } from './sending-hold.graphql.ts';

/** On « Mon tour », while nothing is sent: everyone knows why it is silent, and who may agree is shown the way. */
export function SendingHoldBanner({ hold }: { hold: SendingHold }) {
  const say = useSay();
  return (
    <Banner tone="attention" label={say('webNotices.hold.title')}>
      <div className="stack">
        <p>
          <strong>{say('webNotices.hold.title')}</strong>
        </p>
        <p>
          {say('webNotices.hold.since')} <Moment at={hold.backupTakenAt} />. {say(hold.mayResume ? 'webNotices.hold.yours' : hold.adminOnly ? 'webNotices.hold.byAdmin' : 'webNotices.hold.others')}
        </p>
        {hold.mayResume && <LinkButton to="/resume-sending">{say('webNotices.hold.open')}</LinkButton>}
      </div>
    </Banner>
  );
}

/** The agreement, on a page of its own: what happens, and one button. */
export function ResumeSending({ hold, idempotencyKey }: { hold: SendingHold | null; idempotencyKey: string }) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webNotices.hold.page')} />
      {!hold && <EmptyState title={say('webNotices.hold.none')} />}
      {hold && !hold.mayResume && <SendingHoldBanner hold={hold} />}
      {hold?.mayResume && (
        <Confirm title={say('webNotices.hold.question')} consequence={<Consequence hold={hold} />} back={{ to: '/', label: say('webNotices.hold.later') }}>
          <ActForm idempotencyKey={idempotencyKey} name="resumeSending">
            <Agree />
          </ActForm>
        </Confirm>
      )}
    </>
  );
}

function Consequence({ hold }: { hold: SendingHold }) {
  const say = useSay();
  return (
    <div className="stack">
      <p>
        {say('webNotices.hold.since')} <Moment at={hold.backupTakenAt} />. {say('webNotices.hold.lost')}
      </p>
      <p>{say('webNotices.hold.held', { count: hold.held })}</p>
      <p>{say('webNotices.hold.check')}</p>
    </div>
  );
}

function Agree() {
  const say = useSay();
  return <Button busy={useSending()}>{say('webNotices.hold.agree')}</Button>;
}
