import type { ReactNode } from 'react';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { historyPath, projectsPath, type PastImport } from './joining.graphql.ts';

/** What has been entered of what existed. */
export interface JoiningAnswer {
  readonly history: { readonly pastProjects: number; readonly imports: readonly PastImport[] } | null;
  readonly partnership: { readonly agreement: { readonly displayName: string } | null } | null;
  /** `inServiceAt` null: the agreement is still being written. */
  readonly setUp: { readonly inServiceAt: string | null } | null;
  /** Of the year in preparation: the plan under way is the one before. */
  readonly planBoard: { readonly year: number } | null;
  readonly actionPlans: readonly { readonly id: string; readonly year: number; readonly takenUp: { readonly sentence: string } | null }[];
}

interface JoiningProps {
  readonly answer: JoiningAnswer;
  readonly where: Here;
  /** A coordinator: she may enter. */
  readonly mayEnter: boolean;
  /** Projects that were just taken. */
  readonly taken: number;
  readonly pageKey: string;
  readonly papers: ReactNode;
}

function Agreement({ answer: { partnership, setUp } }: Pick<JoiningProps, 'answer'>) {
  const say = useSay();
  const name = partnership?.agreement?.displayName;
  return (
    <Card
      title={say('webJoining.agreement')}
      actions={
        <>
          {name && <LinkButton kind="secondary" to="/agreement">{say('webJoining.agreementRead')}</LinkButton>}
          {!setUp?.inServiceAt && <LinkButton kind={name ? 'quiet' : 'primary'} to="/setup">{say('webSetUp.empty.open')}</LinkButton>}
        </>
      }
    >
      <p>{name ? say('webJoining.agreementDone', { name }) : say('webJoining.agreementNone')}</p>
    </Card>
  );
}

/** The table and the letters first, then the plan that they make. */
function PlanSteps({ year }: { year: number }) {
  const say = useSay();
  return (
    <>
      <LinkButton kind="secondary" to={`/plans/${year}/import`}>{say('webJoining.table')}</LinkButton>
      <LinkButton kind="secondary" to={`/sheets/import?year=${year}`}>{say('webJoining.sheets')}</LinkButton>
      <LinkButton kind="primary" to={`/joining/plan/${year}`} icon="check">{say('webJoining.planTake', { year: String(year) })}</LinkButton>
    </>
  );
}

function Plan({ answer: { planBoard, actionPlans }, mayEnter }: Pick<JoiningProps, 'answer' | 'mayEnter'>) {
  const say = useSay();
  if (!planBoard) return null;
  const year = planBoard.year - 1;
  const words = { year: String(year) };
  const plan = actionPlans.find((one) => one.year === year);
  const read = <LinkButton kind="secondary" to={`/plans/${year}`}>{say('webJoining.planRead', words)}</LinkButton>;
  return (
    <div id="plan">
      <Card title={say('webJoining.plan')} actions={plan ? read : mayEnter && <PlanSteps year={year} />}>
        <p>{plan ? (plan.takenUp?.sentence ?? say('webJoining.planTaken', words)) : say('webJoining.planText', words)}</p>
      </Card>
    </div>
  );
}

function Imports({ imports, pageKey }: { imports: readonly PastImport[]; pageKey: string }) {
  const say = useSay();
  return imports.map(({ id, sentence, viewerMayWithdraw }) => (
    <div key={id}>
      <p>{sentence}</p>
      {viewerMayWithdraw.allowed && <ActButton name={`withdrawPastImport:${id}`} label={say('webJoining.past.withdraw')} pageKey={pageKey} fields={{ importId: id }} kind="quiet" icon="cross" />}
    </div>
  ));
}

function Projects({ answer: { history }, mayEnter, taken, pageKey }: Pick<JoiningProps, 'answer' | 'mayEnter' | 'taken' | 'pageKey'>) {
  const say = useSay();
  const take = mayEnter && <LinkButton kind="secondary" to={projectsPath}>{say('webJoining.projectsTake')}</LinkButton>;
  return (
    <div id="projects">
      <Card
        title={say('webJoining.projects')}
        actions={
          <>
            {take}
            <LinkButton kind="quiet" to={historyPath}>{say('webJoining.historyRead')}</LinkButton>
          </>
        }
      >
        {taken > 0 && (
          <Banner tone="good">
            <p>{say('webJoining.past.taken', { count: taken })}</p>
          </Banner>
        )}
        <p>{say('webJoining.projectsCount', { count: history?.pastProjects ?? 0 })}</p>
        <Imports imports={history?.imports ?? []} pageKey={pageKey} />
      </Card>
    </div>
  );
}

/** « Reprendre l’existant »: the agreement, the PVs on paper, the plan under way, the past projects, in the order in which they rest on one another. */
export function Joining({ papers, ...props }: JoiningProps) {
  const say = useSay();
  return (
    <>
      <PageHeader eyebrow={<bdi>{props.where.partnershipName}</bdi>} title={say('webJoining.title')} lead={<p>{say('webJoining.lead')}</p>} />
      <Agreement {...props} />
      {papers}
      <Plan {...props} />
      <Projects {...props} />
    </>
  );
}
