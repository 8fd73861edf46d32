import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { DueItem, Proposal } from './convening.graphql.ts';
import styles from './convening.module.css';
import type { AgendaItem, Meeting, PlanToDecide } from './meeting.graphql.ts';

interface OnMeeting {
  readonly meeting: Meeting;
  readonly pageKey: string;
}

/** How long an item takes and who presents it; changed on the spot by those who prepare the agenda. */
export function ItemPlan({ meeting, item, pageKey }: OnMeeting & { item: AgendaItem }) {
  const say = useSay();
  const { durationMinutes: minutes, presenter } = item;
  const prepares = meeting.convening.viewerMay.prepareAgenda.allowed;
  if (minutes === null && !presenter && !prepares) return null;
  return (
    <div>
      {(minutes !== null || presenter) && (
        <p className={styles.small}>
          {minutes !== null && say('webConvening.agenda.duration', { minutes })}
          {minutes !== null && presenter && ' · '}
          {presenter && (
            <>
              {say('webConvening.agenda.presenter')} <bdi>{presenter.office}</bdi>
            </>
          )}
        </p>
      )}
      {prepares && <PlanForm meeting={meeting} item={item} pageKey={pageKey} />}
    </div>
  );
}

function PlanForm({ meeting, item, pageKey }: OnMeeting & { item: AgendaItem }) {
  const say = useSay();
  const name = `planAgendaItem:${item.id}`;
  return (
    <Disclosure label={say('webConvening.agenda.planOf', { title: item.title })} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="agendaItemId" value={item.id} />
        <PlanControls meeting={meeting} item={item} />
        <Button kind="secondary" icon="check" busy={useSending()}>
          {say('webConvening.agenda.planSend')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function PlanControls({ meeting, item }: Pick<OnMeeting, 'meeting'> & { item: AgendaItem }) {
  const say = useSay();
  const minutes = useKept('durationMinutes', item.durationMinutes === null ? '' : String(item.durationMinutes));
  return (
    <>
      <Field name="durationMinutes" inputMode="numeric" maxLength={3} label={say('webConvening.agenda.minutes')} defaultValue={minutes} />
      <Select name="presenterSeatId" label={say('webConvening.agenda.presenter')} defaultValue={useKept('presenterSeatId', item.presenter?.id)}>
        <option value="">{say('webConvening.agenda.nobody')}</option>
        {meeting.attendance.map(({ seat: { id, office } }) => (
          <option key={id} value={id}>
            {office}
          </option>
        ))}
      </Select>
    </>
  );
}

/** What the texts call for this year and the agenda lacks: one tap adds it, its article beside it. A plan that waits is put with its own text. */
export function DueItems({ meeting, plans, pageKey }: OnMeeting & { plans: readonly PlanToDecide[] }) {
  const say = useSay();
  const { due, viewerMay } = meeting.convening;
  const waiting = due.filter(({ kind, year }) => kind !== 'PLAN' || !plans.some((plan) => plan.year === year));
  if (waiting.length === 0 || !viewerMay.prepareAgenda.allowed) return null;
  return (
    <section aria-labelledby="due-title" className="stack">
      <h3 id="due-title">{say('webConvening.agenda.due')}</h3>
      <p>{say('webConvening.agenda.dueLead')}</p>
      <ul className={styles.due}>
        {waiting.map((item) => (
          <DueLine key={item.kind} item={item} meetingId={meeting.id} pageKey={pageKey} />
        ))}
      </ul>
    </section>
  );
}

function DueLine({ item: { kind, title, source }, meetingId, pageKey }: { item: DueItem; meetingId: string; pageKey: string }) {
  const say = useSay();
  return (
    <li className={styles.dueLine}>
      <ActButton kind="secondary" name={`addAgendaItem:${kind}`} icon="plus" label={say('webConvening.agenda.add', { title })} pageKey={pageKey} fields={{ meetingId, title }} />
      <Source source={source} />
    </li>
  );
}

const tones: Readonly<Record<Proposal['state'], Tone>> = { PROPOSED: 'waiting', TAKEN_UP: 'done', DECLINED: 'still' };

/** The points that members propose, each with its answer; and the form of whoever may propose one. */
export function Proposals({ meeting, pageKey }: OnMeeting) {
  const say = useSay();
  const { proposals, viewerMay } = meeting.convening;
  if (proposals.length === 0 && !viewerMay.propose.allowed) return null;
  return (
    <section id="proposals" aria-labelledby="proposals-title" className="stack">
      <h3 id="proposals-title">{say('webConvening.agenda.proposals')}</h3>
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} meeting={meeting} pageKey={pageKey} />
      ))}
      {viewerMay.propose.allowed && <Propose meetingId={meeting.id} pageKey={pageKey} />}
    </section>
  );
}

function ProposalCard({ proposal, meeting, pageKey }: OnMeeting & { proposal: Proposal }) {
  const say = useSay();
  const { title, why, state, reason, seat } = proposal;
  const settles = state === 'PROPOSED' && meeting.convening.viewerMay.prepareAgenda.allowed;
  return (
    <Card level={3} title={title} status={<Status tone={tones[state]}>{say(`webConvening.agenda.state.${state}`)}</Status>} actions={settles && <Settle proposal={proposal} pageKey={pageKey} />}>
      {why && <p dir="auto">{why}</p>}
      {reason && <p dir="auto">{reason}</p>}
      {seat && (
        <p className={styles.small}>
          {say('webConvening.agenda.by')} <bdi>{seat.office}</bdi>
        </p>
      )}
    </Card>
  );
}

function Settle({ proposal: { id, title }, pageKey }: { proposal: Proposal; pageKey: string }) {
  const say = useSay();
  const name = `settleAgendaProposal:no-${id}`;
  return (
    <>
      <ActButton kind="secondary" name={`settleAgendaProposal:${id}`} icon="plus" label={say('webConvening.agenda.takeUpOf', { title })} pageKey={pageKey} fields={{ proposalId: id, takenUp: 'yes' }} />
      <Disclosure label={say('webConvening.agenda.declineOf', { title })} form={name}>
        <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
          <input type="hidden" name="proposalId" value={id} />
          <DeclineWhy />
          <Button kind="secondary" busy={useSending()}>
            {say('webConvening.agenda.declineSend')}
          </Button>
        </ActForm>
      </Disclosure>
    </>
  );
}

function DeclineWhy() {
  const say = useSay();
  return <TextArea name="reason" required rows={2} maxLength={2000} label={say('webConvening.agenda.declineWhy')} hint={say('webConvening.agenda.declineHint')} defaultValue={useKept('reason')} />;
}

function Propose({ meetingId, pageKey }: { meetingId: string; pageKey: string }) {
  const say = useSay();
  return (
    <Disclosure label={say('webConvening.agenda.propose')} form="proposeAgendaItem">
      <ActForm name="proposeAgendaItem" idempotencyKey={keyOf(pageKey, 'proposeAgendaItem')}>
        <input type="hidden" name="meetingId" value={meetingId} />
        <ProposeControls />
        <Button kind="secondary" icon="plus" busy={useSending()}>
          {say('webConvening.agenda.proposeSend')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function ProposeControls() {
  const say = useSay();
  return (
    <>
      <Field name="title" required maxLength={300} label={say('webConvening.agenda.proposeTitle')} defaultValue={useKept('title')} />
      <TextArea name="why" rows={3} maxLength={2000} label={say('webConvening.agenda.proposeWhy')} hint={say('webConvening.agenda.proposeHint')} defaultValue={useKept('why')} />
    </>
  );
}
