import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { ToSign } from './sign-minutes.graphql.ts';

/** « Demander une correction »: the text goes back to drafting, with the reason everyone will read. */
export function RefuseMinutes({ minutes, idempotencyKey }: { minutes: ToSign; idempotencyKey: string }) {
  const say = useSay();
  const { id, number, viewerMay, contentHash } = minutes;
  const title = say('webMinutes.refuse.title', { number: number ?? '' });
  const { allowed, refusal } = viewerMay.refuse;
  return (
    <>
      <PageHeader title={title} />
      {!allowed && refusal && <WhyNot label={say('webMinutes.refuse.link')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <Confirm
          title={say('webMinutes.refuse.question')}
          consequence={<p>{say('webMinutes.refuse.consequence')}</p>}
          back={{ to: `/minutes/${id}`, label: say('webMinutes.sign.later') }}
        >
          <ActForm idempotencyKey={idempotencyKey} name="refuseMinutes">
            <Motive hash={contentHash ?? ''} />
          </ActForm>
        </Confirm>
      )}
    </>
  );
}

function Motive({ hash }: { hash: string }) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <input type="hidden" name="contentHash" value={hash} />
      <TextArea name="motive" required maxLength={2000} label={say('webMinutes.refuse.motive')} hint={say('webMinutes.refuse.hint')} defaultValue={useKept('motive')} />
      <Button kind="danger" busy={sending}>
        {say('webMinutes.refuse.confirm')}
      </Button>
    </>
  );
}
