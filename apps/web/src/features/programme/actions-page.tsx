import { Form, Link } from 'react-router';
import { CivilDate } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Tick } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ActionStatus, OwnersLine, Percent } from './action-state.tsx';
import { actionPath, type ActionLine } from './actions.graphql.ts';
import styles from './actions.module.css';

/** What the reader asked to see; empty: everything. */
export interface ActionsChosen {
  readonly axis: string;
  readonly state: string;
  readonly mine: boolean;
}

interface ActionsPageProps {
  readonly year: number;
  readonly years: readonly number[];
  readonly actions: readonly ActionLine[];
  /** Axes and states that these actions have, to choose among. */
  readonly axes: readonly string[];
  readonly states: readonly { readonly state: string; readonly words: string }[];
  readonly chosen: ActionsChosen;
  /** The year has actions, whatever was chosen. */
  readonly some: boolean;
  readonly where: Here;
}

/** One action of a list. */
export function ActionItem({ action }: { action: ActionLine }) {
  const say = useSay();
  const { axisNumber, sheetId, endsOn } = action;
  return (
    <li className={action.late ? `${styles.item} ${styles.overdue}` : styles.item}>
      <p className={styles.axis}>{axisNumber ? say('webActions.axis', { number: axisNumber }) : say(sheetId ? 'webActions.outsideAxes' : 'webActions.outside')}</p>
      <Link to={actionPath(action.id)} className={styles.link} dir="auto">
        {action.title}
      </Link>
      <ActionStatus action={action} />
      <Percent percent={action.percent} />
      {endsOn && (
        <p className={styles.quiet}>
          {say('webActions.ends')} : <CivilDate on={endsOn} />
        </p>
      )}
      <OwnersLine owners={action.owners} />
    </li>
  );
}

function Filter({ year, axes, states, chosen }: ActionsPageProps) {
  const say = useSay();
  return (
    <Form method="get" className={styles.filter} aria-label={say('webActions.filter.title')}>
      <input type="hidden" name="year" value={year} />
      {axes.length > 1 && (
        <Select later name="axis" label={say('webActions.filter.axis')} defaultValue={chosen.axis}>
          <option value="">{say('webActions.filter.anyAxis')}</option>
          {axes.map((axis) => (
            <option key={axis} value={axis}>
              {axis === 'none' ? say('webActions.filter.outside') : say('webActions.axis', { number: axis })}
            </option>
          ))}
        </Select>
      )}
      <Select later name="state" label={say('webActions.filter.state')} defaultValue={chosen.state}>
        <option value="">{say('webActions.filter.anyState')}</option>
        <option value="LATE">{say('webActions.filter.late')}</option>
        {states.map(({ state, words }) => (
          <option key={state} value={state}>
            {words}
          </option>
        ))}
      </Select>
      <Tick name="mine" ticked={chosen.mine}>
        {say('webActions.filter.mine')}
      </Tick>
      <Button kind="secondary">{say('webActions.filter.go')}</Button>
    </Form>
  );
}

function Nothing({ year, some, where }: ActionsPageProps) {
  const say = useSay();
  if (some) {
    return (
      <EmptyState icon="search" title={say('webActions.noneFound')}>
        <p>{say('webActions.noneFoundNext')}</p>
        <LinkButton to={`/actions?year=${year}`}>{say('webActions.filter.all')}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="board" title={say('webActions.none', { year: String(year) })}>
      <p>{say('webActions.noneNext')}</p>
      {where.capabilities.includes('PLAN') && <LinkButton to="/plans">{say('webActions.toPlans')}</LinkButton>}
      <LinkButton kind="quiet" to="/meetings">{say('webActions.toMeetings')}</LinkButton>
    </EmptyState>
  );
}

/** The actions of a year: where they stand, late ones first. */
export function ActionsPage(page: ActionsPageProps) {
  const { year, years, actions, some, where } = page;
  const say = useSay();
  useLive(where.partnershipId, ['programme', 'minutes']);
  return (
    <>
      <PageHeader title={say('webActions.title', { year: String(year) })} eyebrow={<bdi>{where.partnershipName}</bdi>} lead={<p>{say('webActions.lead')}</p>} />
      {some && (
        <Disclosure key={JSON.stringify(page.chosen)} label={say('webActions.filter.title')} open={page.chosen.axis !== '' || page.chosen.state !== '' || page.chosen.mine}>
          <Filter {...page} />
        </Disclosure>
      )}
      {actions.length === 0 ? (
        <Nothing {...page} />
      ) : (
        <ul className={styles.list}>
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
        </ul>
      )}
      {years.some((other) => other !== year) && (
        <nav aria-label={say('webActions.years')} className="stack">
          <h2>{say('webActions.years')}</h2>
          <ul className={styles.years}>
            {years.filter((other) => other !== year).map((other) => (
              <li key={other}>
                <Link to={`/actions?year=${other}`}>{other}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
