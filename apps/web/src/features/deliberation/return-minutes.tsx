import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { MinutesShown } from './minutes.graphql.ts';

/** « Reprendre la rédaction »: from review as it is, from final as a new version; everyone reads why. */
export function ReturnMinutes({ minutes, idempotencyKey }: { minutes: MinutesShown; idempotencyKey: string }) {
  const say = useSay();
  const { id, state, viewerMay } = minutes;
  const { allowed, refusal } = viewerMay.returnToDraft;
  return (
    <>
      <PageHeader title={say('webMinutes.acts.return')} />
      {!allowed && refusal && <WhyNot label={say('webMinutes.acts.return')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <Confirm
          title={say('webMinutes.return.question')}
          consequence={<p>{say(state === 'REVIEW' ? 'webMinutes.return.fromReview' : 'webMinutes.return.fromFinal')}</p>}
          back={{ to: `/minutes/${id}`, label: say('webMinutes.sign.later') }}
        >
          <ActForm idempotencyKey={idempotencyKey} name="returnMinutes">
            <Reason />
          </ActForm>
        </Confirm>
      )}
    </>
  );
}

function Reason() {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <TextArea name="reason" required maxLength={2000} label={say('webMinutes.return.reason')} hint={say('webMinutes.refuse.hint')} defaultValue={useKept('reason')} />
      <Button busy={sending}>{say('webMinutes.return.confirm')}</Button>
    </>
  );
}
