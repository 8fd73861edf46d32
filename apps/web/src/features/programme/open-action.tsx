import { Link } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { DecisionFollowed } from './actions.graphql.ts';

function Fields({ decisionId }: { decisionId: string }) {
  const say = useSay();
  return (
    <>
      <input type="hidden" name="decisionId" value={decisionId} />
      <Field name="title" required maxLength={200} label={say('webActions.followUps.name')} defaultValue={useKept('title')} />
      <Field type="date" name="startsOn" label={say('webActions.followUps.startsOn')} defaultValue={useKept('startsOn')} />
      <Field type="date" name="endsOn" required label={say('webActions.followUps.endsOn')} defaultValue={useKept('endsOn')} />
    </>
  );
}

/** A new follow-up of a decision. */
export function OpenAction({ decision, meetingId, pageKey }: { decision: DecisionFollowed; meetingId: string; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const { allowed, refusal } = decision.viewerMayFollowUp;
  return (
    <>
      <PageHeader
        title={say('webActions.followUps.open')}
        eyebrow={
          <Link to={`/meetings/${meetingId}#decision-${decision.id}`} dir="auto">
            {decision.title}
          </Link>
        }
        lead={<p>{say('webActions.followUps.lead')}</p>}
      />
      {allowed && (
        <ActForm name="openAction" idempotencyKey={keyOf(pageKey, 'openAction')}>
          <Fields decisionId={decision.id} />
          <Button busy={sending}>{say('webActions.followUps.save')}</Button>
        </ActForm>
      )}
      {!allowed && refusal && <WhyNot label={say('webActions.followUps.open')} sentence={refusal.sentence} source={refusal.source} />}
    </>
  );
}
