import type { ReactNode } from 'react';
import { ActForm, useKept, useSending, useTaken } from '../../base/act-form.tsx';
import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf, MayButton } from '../../base/may-button.tsx';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { Action } from './actions.graphql.ts';

/** An action on its page. */
export interface OnAction {
  readonly action: Action;
  readonly parties: readonly PartyHere[];
  readonly pageKey: string;
}

interface StepProps extends Pick<OnAction, 'action' | 'pageKey'> {
  readonly name: string;
  /** Verb and object: what opens. */
  readonly label: string;
  /** On the button inside. */
  readonly save: string;
  readonly kind?: ButtonKind;
  readonly children: ReactNode;
}

/** A step with its few words, closed until it is wanted. */
function Step({ action, pageKey, name, label, save, kind = 'secondary', children }: StepProps) {
  const sending = useSending();
  return (
    <Disclosure key={useTaken(name)} label={label} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="actionId" value={action.id} />
        {children}
        <Button kind={kind} busy={sending}>
          {save}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function Note({ name = 'note', label, required = false }: { name?: string; label: string; required?: boolean }) {
  return <TextArea name={name} rows={2} maxLength={2000} required={required} label={label} defaultValue={useKept(name)} />;
}

function Day({ name, label, required = true, hint }: { name: string; label: string; required?: boolean; hint?: string }) {
  return <Field type="date" name={name} required={required} label={label} hint={hint} defaultValue={useKept(name)} />;
}

/** Which seat of one's own side answers for the action. */
export function NameOwner({ action, pageKey }: OnAction) {
  const say = useSay();
  if (!action.viewerMay.follow.allowed || action.ownerChoices.length === 0) return null;
  return (
    <Step action={action} pageKey={pageKey} name="nameActionOwner" label={say('webActions.owners.name')} save={say('webActions.owners.save')}>
      <Select name="seatId" required label={say('webActions.owners.seat')}>
        {action.ownerChoices.map(({ id, office, party }) => (
          <option key={id} value={id}>{`${office} (${party.shortName})`}</option>
        ))}
      </Select>
    </Step>
  );
}

function Label() {
  const say = useSay();
  return <Field name="label" required maxLength={200} label={say('webActions.milestones.label')} defaultValue={useKept('label')} />;
}

export function AddMilestone({ action, pageKey }: OnAction) {
  const say = useSay();
  if (!action.viewerMay.follow.allowed) return null;
  return (
    <Step action={action} pageKey={pageKey} name="setActionMilestone" label={say('webActions.milestones.add')} save={say('webActions.milestones.save')}>
      <Label />
      <Day name="dueOn" label={say('webActions.milestones.dueOn')} />
    </Step>
  );
}

/** Reached on a day; without one, given up for a reason. */
export function CloseMilestone({ action, pageKey, place }: OnAction & { place: number }) {
  const say = useSay();
  return (
    <Step action={action} pageKey={pageKey} name={`closeActionMilestone:${place}`} label={say('webActions.milestones.close')} save={say('webActions.milestones.closeSave')}>
      <input type="hidden" name="milestone" value={place} />
      <Day name="doneOn" required={false} label={say('webActions.milestones.doneOn')} hint={say('webActions.milestones.doneOnHint')} />
      <Note label={say('webActions.acts.note')} />
    </Step>
  );
}

export function RaiseBlocker({ action, parties, pageKey }: OnAction) {
  const say = useSay();
  if (!action.viewerMay.follow.allowed) return null;
  return (
    <Step action={action} pageKey={pageKey} name="raiseBlocker" label={say('webActions.blockers.raise')} save={say('webActions.blockers.save')}>
      <Note name="what" required label={say('webActions.blockers.what')} />
      <Day name="since" label={say('webActions.blockers.sinceDay')} />
      <Select later name="partyId" label={say('webActions.blockers.who')}>
        {parties.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName}
          </option>
        ))}
        <option value="">{say('webActions.blockers.third')}</option>
      </Select>
    </Step>
  );
}

export function LiftBlocker({ action, pageKey, place }: OnAction & { place: number }) {
  const say = useSay();
  return (
    <Step action={action} pageKey={pageKey} name={`liftBlocker:${place}`} label={say('webActions.blockers.lift')} save={say('webActions.blockers.liftSave')}>
      <input type="hidden" name="blocker" value={place} />
      <Day name="liftedOn" label={say('webActions.blockers.liftedOn')} />
      <Note label={say('webActions.acts.note')} />
    </Step>
  );
}

/** Where it stands, how far, and a word: one line of its story. */
export function ReportAction({ action, pageKey }: OnAction) {
  const say = useSay();
  const sending = useSending();
  const taken = useTaken('reportAction');
  if (action.state === 'PLANNED') return null;
  return (
    <ActForm key={taken} name="reportAction" idempotencyKey={keyOf(pageKey, 'reportAction')}>
      <p>{say('webActions.acts.reportLead')}</p>
      <input type="hidden" name="actionId" value={action.id} />
      <ReportFields percent={action.percent} />
      <Button busy={sending}>{say('webActions.acts.send')}</Button>
    </ActForm>
  );
}

function ReportFields({ percent }: { percent: number }) {
  const say = useSay();
  return (
    <>
      <Select later name="state" label={say('webActions.acts.state')} defaultValue={useKept('state')}>
        <option value="">{say('webActions.acts.same')}</option>
        <option value="ON_TRACK">{say('webActions.acts.ON_TRACK')}</option>
        <option value="AT_RISK">{say('webActions.acts.AT_RISK')}</option>
      </Select>
      <Field name="percent" inputMode="numeric" later dir="ltr" label={say('webActions.acts.percent')} defaultValue={useKept('percent', String(percent))} />
      <Note label={say('webActions.acts.note')} />
    </>
  );
}

/** The first step: the button, or why not yet; and for a coordination the way to begin early, whose reason stays shown. */
export function StartAction({ action, pageKey }: OnAction) {
  const say = useSay();
  const { start, startEarly } = action.viewerMay;
  if (action.state !== 'PLANNED') return null;
  return (
    <>
      <MayButton may={start} name="startAction" label={say('webActions.acts.start')} pageKey={pageKey} fields={{ actionId: action.id }} />
      {!start.allowed && startEarly.allowed && (
        <Step action={action} pageKey={pageKey} name="startAction:early" label={say('webActions.acts.early')} save={say('webActions.acts.start')}>
          <p>{say('webActions.acts.earlyLead')}</p>
          <Note name="reason" required label={say('webActions.acts.reason')} />
        </Step>
      )}
    </>
  );
}

export function CompleteAction({ action, pageKey }: OnAction) {
  const say = useSay();
  if (!action.viewerMay.complete.allowed) return null;
  return (
    <Step action={action} pageKey={pageKey} name="completeAction" label={say('webActions.acts.complete')} save={say('webActions.acts.complete')}>
      <Day name="completedOn" label={say('webActions.acts.completedOn')} />
      <Note label={say('webActions.acts.note')} />
    </Step>
  );
}

function ByDecision({ action, none }: { action: Action; none: string }) {
  const say = useSay();
  return (
    <Select later name="decisionId" label={say('webActions.acts.byDecision')} defaultValue={useKept('decisionId')}>
      <option value="">{none}</option>
      {action.decisionChoices.map(({ id, title, minutesNumber }) => (
        <option key={id} value={id}>{minutesNumber ? `${title} (${minutesNumber})` : title}</option>
      ))}
    </Select>
  );
}

/** What a coordination alone does: another end, or none. */
export function EndAction({ action, pageKey }: OnAction) {
  const say = useSay();
  if (!action.viewerMay.decide.allowed) return null;
  return (
    <>
      <Step action={action} pageKey={pageKey} name="rescheduleAction" label={say('webActions.acts.move')} save={say('webActions.acts.move')}>
        <p>{say('webActions.acts.moveLead')}</p>
        <Day name="endsOn" label={say('webActions.acts.endsOn')} />
        <Note name="reason" required label={say('webActions.acts.reason')} />
        <ByDecision action={action} none={say('webActions.acts.noDecision')} />
      </Step>
      <Step action={action} pageKey={pageKey} name="cancelAction" label={say('webActions.acts.cancel')} save={say('webActions.acts.cancel')} kind="danger">
        <p>{say('webActions.acts.cancelLead')}</p>
        <ByDecision action={action} none={say('webActions.acts.chooseDecision')} />
        <Note name="reason" required label={say('webActions.acts.reason')} />
      </Step>
    </>
  );
}
