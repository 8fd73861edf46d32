import { Link } from 'react-router';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { BackPlan } from './back-plan.tsx';
import { BoardBlockers } from './board-blockers.tsx';
import { BoardColumns } from './board-columns.tsx';
import { BoardCoverage } from './board-coverage.tsx';
import { PlanActs } from './plan-acts.tsx';
import { MovedNote } from './moved-note.tsx';
import { PlanBudget } from './plan-budget.tsx';
import { PlanExcel } from './plan-excel.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { TakenUpNote } from './taken-up-note.tsx';
import type { Board, PlanColour } from './plan-board.graphql.ts';
import styles from './plan-board.module.css';

/** Traffic words: the colour never speaks alone. */
export const toneOfColour: Readonly<Record<PlanColour, Tone>> = { GREEN: 'done', AMBER: 'waiting', RED: 'stopped' };

interface PlanBoardProps {
  readonly board: Board;
  readonly where: Here;
  readonly pageKey: string;
  /** Fiches that a table has just brought. */
  readonly imported: number;
  /** The fiche that has just been moved. */
  readonly moved: string | null;
}

/** Those who write fiches. */
const writesHere = ({ myCategories }: Here): boolean => myCategories.some((category) => category === 'TECHNICIAN' || category === 'COORDINATOR');

function Head({ board, where }: Pick<PlanBoardProps, 'board' | 'where'>) {
  const say = useSay();
  const { year, colour, colourSentence, blockers } = board;
  return (
    <PageHeader
      title={say('webProgramme.board.title', { year: String(year) })}
      eyebrow={<bdi>{where.partnershipName}</bdi>}
      status={<Status tone={toneOfColour[colour]}>{say(`webProgramme.colour.${colour}`)}</Status>}
      lead={<p>{colourSentence}</p>}
      actions={
        <>
          {writesHere(where) && (
            <LinkButton kind="primary" icon="plus" to={`/sheets/new?year=${year}`}>
              {say('webProgramme.board.newSheet')}
            </LinkButton>
          )}
          <LinkButton to="#blockers" icon="alert">
            {say('webProgramme.board.toBlockers', { count: blockers.length })}
          </LinkButton>
        </>
      }
    />
  );
}

function Deadline({ board: { deadline, colour, year } }: { board: Board }) {
  const say = useSay();
  if (!deadline) return null;
  return (
    <div className={styles.deadline}>
      <Countdown
        label={say('webProgramme.board.deadline', { year: String(year) })}
        on={deadline.lastDay}
        days={deadline.daysLeft}
        workingDays={deadline.workingDaysLeft}
        tone={toneOfColour[colour]}
        word={say(`webProgramme.colour.${colour}`)}
      />
      <p>{deadline.sentence}</p>
      <Source source={deadline.source} />
    </div>
  );
}

/** The plan of a year: how long is left, what is missing, where each fiche stands, what covers which axis, who has validated. */
export function PlanBoard({ board, where, pageKey, imported, moved }: PlanBoardProps) {
  const say = useSay();
  useLive(where.partnershipId, ['programme', 'meetings', 'minutes']);
  const years = [board.year - 1, board.year + 1];
  return (
    <>
      <Head board={board} where={where} />
      <PlanTabs year={board.year} />
      {imported > 0 && (
        <div id="imported">
          <Banner tone="good">
            <p>{say('webOffice.table.done', { count: imported })}</p>
          </Banner>
        </div>
      )}
      <MovedNote board={board} moved={moved} pageKey={pageKey} />
      <TakenUpNote board={board} where={where} />
      <div className={styles.top}>
        <Deadline board={board} />
        <BoardBlockers blockers={board.blockers} />
      </div>
      <BoardColumns board={board} pageKey={pageKey} />
      {board.backPlan && <BackPlan backPlan={board.backPlan} year={board.year} where={where} pageKey={pageKey} />}
      <PlanActs board={board} where={where} pageKey={pageKey} />
      <PlanBudget board={board} where={where} pageKey={pageKey} />
      <BoardCoverage board={board} writes={writesHere(where)} />
      <PlanExcel year={board.year} where={where} />
      <nav aria-label={say('webProgramme.board.years')} className="cluster" data-screen-only="">
        {years.map((year) => (
          <Link key={year} to={`/plans/${year}`} className={styles.year}>
            {say('webProgramme.board.title', { year: String(year) })}
          </Link>
        ))}
      </nav>
      <noscript>
        <a href="">{say('webProgramme.board.refresh')}</a>
      </noscript>
    </>
  );
}
