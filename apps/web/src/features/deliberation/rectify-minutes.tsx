import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { MinutesShown } from './minutes.graphql.ts';

/** « Rectifier ce PV »: a new draft that names it; the executory one stays as it was signed. */
export function RectifyMinutes({ minutes, idempotencyKey }: { minutes: MinutesShown; idempotencyKey: string }) {
  const say = useSay();
  const { id, number, viewerMay } = minutes;
  const { allowed, refusal } = viewerMay.rectify;
  return (
    <>
      <PageHeader title={say('webObservations.rectify.title', { number: number ?? '' })} />
      {!allowed && refusal && <WhyNot label={say('webObservations.rectify.act')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <Confirm title={say('webObservations.rectify.question')} consequence={<p>{say('webObservations.rectify.consequence')}</p>} back={{ to: `/minutes/${id}`, label: say('webMinutes.sign.later') }}>
          <ActForm idempotencyKey={idempotencyKey} name="rectifyMinutes">
            <Reason />
          </ActForm>
        </Confirm>
      )}
    </>
  );
}

function Reason() {
  const say = useSay();
  return (
    <>
      <TextArea name="reason" required maxLength={2000} label={say('webObservations.rectify.reason')} hint={say('webObservations.rectify.hint')} defaultValue={useKept('reason')} />
      <Button busy={useSending()}>{say('webObservations.rectify.confirm')}</Button>
    </>
  );
}
