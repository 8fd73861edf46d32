import { ActForm, useKept, useSending, useTaken } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import type { AxisToDecide, Meeting, PlanToDecide, RuleToDecide } from './meeting.graphql.ts';

interface AddAgendaItemProps {
  readonly meeting: Meeting;
  readonly plans: readonly PlanToDecide[];
  readonly rules: readonly RuleToDecide[];
  readonly axes: readonly AxisToDecide[];
  readonly pageKey: string;
}

function Item() {
  const say = useSay();
  return (
    <>
      <Field name="title" required maxLength={200} label={say('webMeetings.agenda.itemTitle')} defaultValue={useKept('title')} />
      <TextArea name="text" rows={4} label={say('webMeetings.agenda.itemText')} hint={say('webMeetings.agenda.itemHint')} defaultValue={useKept('text')} />
    </>
  );
}

/** A plan put to the committee in one tap. Its text is the plan's own, frozen when the vote opens. */
function AddPlan({ plan, meeting, pageKey }: { plan: PlanToDecide; meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const title = say('webMeetings.agenda.planTitle', { year: String(plan.year) });
  const fields = { meetingId: meeting.id, title, subjectKind: 'actionPlan', subjectId: plan.id };
  return <ActButton kind="secondary" name={`addAgendaItem:${plan.id}`} icon="board" label={say('webMeetings.agenda.addPlan', { year: String(plan.year) })} pageKey={pageKey} fields={fields} />;
}

/** A change of a rule put to the committee in one tap; its text too is frozen when the vote opens. */
function AddRule({ rule: { id, title }, meeting, pageKey }: { rule: RuleToDecide; meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const fields = { meetingId: meeting.id, title: say('webRules.itemTitle', { title }), subjectKind: 'rule', subjectId: id };
  return <ActButton kind="secondary" name={`addAgendaItem:${id}`} icon="pen" label={say('webRules.addToAgenda', { title })} pageKey={pageKey} fields={fields} />;
}

/** A new axis put to the committee in one tap. */
function AddAxis({ axis: { id, number, title }, meeting, pageKey }: { axis: AxisToDecide; meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const fields = { meetingId: meeting.id, title: say('axes.itemTitle', { number, title }), subjectKind: 'axis', subjectId: id };
  return <ActButton kind="secondary" name={`addAgendaItem:${id}`} icon="plus" label={say('axes.addToAgenda', { number, title })} pageKey={pageKey} fields={fields} />;
}

/** What else the committee will speak of: a plan that waits for its decision, or an item of one's own. */
export function AddAgendaItem({ meeting, plans, rules, axes, pageKey }: AddAgendaItemProps) {
  const say = useSay();
  const sending = useSending();
  const taken = useTaken('addAgendaItem');
  if (!meeting.viewerMay.addAgendaItem.allowed) return null;
  const waiting = plans.filter(({ id, state }) => state === 'FROZEN' && !meeting.decisions.some(({ subjectId }) => subjectId === id));
  const asked = rules.filter(({ id }) => !meeting.decisions.some(({ subjectId }) => subjectId === id));
  return (
    <>
      {axes.filter(({ id }) => !meeting.decisions.some(({ subjectId }) => subjectId === id)).map((axis) => (
        <AddAxis key={axis.id} axis={axis} meeting={meeting} pageKey={pageKey} />
      ))}
      {asked.map((rule) => (
        <AddRule key={rule.id} rule={rule} meeting={meeting} pageKey={pageKey} />
      ))}
      {waiting.map((plan) => (
        <AddPlan key={plan.id} plan={plan} meeting={meeting} pageKey={pageKey} />
      ))}
      <Disclosure key={taken} label={say('webMeetings.agenda.add')} form="addAgendaItem">
        <ActForm name="addAgendaItem" idempotencyKey={keyOf(pageKey, 'addAgendaItem')}>
          <input type="hidden" name="meetingId" value={meeting.id} />
          <Item />
          <Button kind="secondary" icon="plus" busy={sending}>
            {say('webMeetings.agenda.send')}
          </Button>
        </ActForm>
      </Disclosure>
    </>
  );
}
