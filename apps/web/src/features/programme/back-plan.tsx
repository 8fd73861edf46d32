import { Link } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { Timeline, type Moment } from '../../ui/timeline.tsx';
import styles from './back-plan.module.css';
import type { BackPlan as Steps, Milestone } from './plan-board.graphql.ts';

const tones: Readonly<Record<Milestone['state'], Tone>> = { DONE: 'done', DUE: 'waiting', LATE: 'stopped' };

/** Behind us or missed, and of those ahead the first is in our hands. */
const stateOf = ({ name, state }: Milestone, next: Milestone | undefined): Moment['state'] => (state === 'DONE' ? 'past' : state === 'LATE' ? 'missed' : name === next?.name ? 'present' : 'future');

function Detail({ step }: { step: Milestone }) {
  const { state, stateSentence, owes, note } = step;
  return (
    <div className={styles.detail}>
      <p>
        <Status tone={tones[state]}>{stateSentence}</Status>
      </p>
      {owes && <p dir="auto">{owes}</p>}
      {note && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}

function When({ step: { day, daysBefore } }: { step: Milestone }) {
  const say = useSay();
  return (
    <>
      <CivilDate on={day} length="long" />
      {daysBefore !== null && (
        <>
          {' · '}
          <bdi>{say('ui.countdown.before', { days: daysBefore })}</bdi>
        </>
      )}
    </>
  );
}

/** One form for every step: which one, how many days before; or back to what is proposed. */
function MoveFields({ steps, partnershipId, year }: { steps: readonly Milestone[]; partnershipId: string; year: number }) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <input type="hidden" name="partnershipId" value={partnershipId} />
      <input type="hidden" name="year" value={year} />
      <Select name="milestone" required label={say('webProgramme.backPlan.step')} defaultValue={useKept('milestone')}>
        {steps.map(({ name, title, daysBefore }) => (
          <option key={name} value={name}>{`${title} (${say('ui.countdown.before', { days: daysBefore ?? 0 })})`}</option>
        ))}
      </Select>
      <Field name="daysBefore" later inputMode="numeric" autoComplete="off" label={say('webProgramme.backPlan.days')} hint={say('webProgramme.backPlan.hint')} defaultValue={useKept('daysBefore')} />
      <Button kind="secondary" busy={sending}>
        {say('webProgramme.backPlan.send')}
      </Button>
    </>
  );
}

/** The steps between today and the rule's own day: when, where each stands, whose turn it is. No deadline, no steps. */
export function BackPlan({ backPlan, year, where, pageKey }: { backPlan: Steps; year: number; where: Here; pageKey: string }) {
  const say = useSay();
  const { milestones, mayMove } = backPlan;
  const next = milestones.find(({ state }) => state === 'DUE');
  const moments = milestones.map((step) => ({ id: step.name, state: stateOf(step, next), title: <Link to={step.href}>{step.title}</Link>, when: <When step={step} />, detail: <Detail step={step} /> }));
  const ours = milestones.find(({ daysBefore }) => daysBefore !== null);
  return (
    <section id="back-plan" aria-labelledby="back-plan-title" className={styles.section}>
      <h2 id="back-plan-title">{say('webProgramme.backPlan.title')}</h2>
      <p>{say('webProgramme.backPlan.lead')}</p>
      <Timeline label={say('webProgramme.backPlan.title')} moments={moments} />
      {ours && <Source source={ours.source} />}
      {mayMove.allowed && (
        <Disclosure label={say('webProgramme.backPlan.move')} form="moveMilestone">
          <ActForm name="moveMilestone" idempotencyKey={keyOf(pageKey, 'moveMilestone')}>
            <MoveFields steps={milestones.filter(({ daysBefore }) => daysBefore !== null)} partnershipId={where.partnershipId} year={year} />
          </ActForm>
        </Disclosure>
      )}
    </section>
  );
}
