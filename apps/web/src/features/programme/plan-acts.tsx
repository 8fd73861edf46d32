import { CityMoment } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { ActButton, MayButton } from '../../base/may-button.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { EnteredMark } from './entered-mark.tsx';
import styles from './plan-acts.module.css';
import type { Board, Plan } from './plan-board.graphql.ts';

interface PlanActsProps {
  readonly board: Board;
  readonly where: Here;
  readonly pageKey: string;
}

/** Which parties have validated the plan, and which have not yet: always both, side by side. */
function Validations({ plan, parties }: { plan: Plan; parties: Here['parties'] }) {
  const say = useSay();
  return (
    <ul className={styles.parties}>
      {parties.map((party) => {
        const given = plan.validations.find((validation) => validation.party.id === party.id);
        return (
          <li key={party.id} className={styles.party}>
            <p className={styles.name}>
              <bdi>{party.shortName}</bdi>
            </p>
            {given ? <Status tone="done">{say('webProgramme.acts.validated')}</Status> : <Status tone="waiting">{say('webProgramme.acts.toValidate')}</Status>}
            {given && (
              <p className={styles.who}>
                <bdi>{given.person.displayName}</bdi>, <CityMoment moment={given.moment} />
              </p>
            )}
            {given?.entered && <EnteredMark mark={given.entered} />}
          </li>
        );
      })}
    </ul>
  );
}

function Open({ board, where, pageKey, label }: PlanActsProps & { label: string }) {
  const fields = { partnershipId: where.partnershipId, year: String(board.year) };
  return <ActButton name="openPlan" label={label} icon="board" pageKey={pageKey} fields={fields} />;
}

/** The acts of a plan that is being prepared: each with its reason when it is not for this person, or not yet. */
function Acts({ plan, pageKey }: { plan: Plan; pageKey: string }) {
  const say = useSay();
  const fields = { planId: plan.id };
  const { validate, freeze, reopen } = plan.viewerMay;
  return (
    <>
      {plan.state === 'DRAFT' && (
        <MayButton may={validate} name="validatePlan" label={say('webProgramme.acts.validate')} icon="check" pageKey={pageKey} fields={{ ...fields, actionsHash: plan.actionsHash }} />
      )}
      {plan.state === 'CO_VALIDATED' && <MayButton may={freeze} name="freezePlan" label={say('webProgramme.acts.freeze')} icon="lock" pageKey={pageKey} fields={fields} />}
      {reopen.allowed && <ActButton kind="secondary" name="reopenPlan" label={say('webProgramme.acts.reopen')} pageKey={pageKey} fields={fields} />}
    </>
  );
}

/** A coordination that answers on paper, and what was entered so. */
function OnPaper({ plan }: { plan: Plan }) {
  const say = useSay();
  return (
    <p className="cluster" data-screen-only="">
      {plan.state === 'DRAFT' && (
        <LinkButton kind="quiet" icon="pen" to={`/enter/${plan.id}`}>
          {say('webEntered.enter.link')}
        </LinkButton>
      )}
      <LinkButton kind="quiet" icon="document" to="/entered">
        {say('webEntered.list.link')}
      </LinkButton>
    </p>
  );
}

/** The plan as an act of the two coordinations: open, validate, freeze; then it is the committee's. */
export function PlanActs({ board, where, pageKey }: PlanActsProps) {
  const say = useSay();
  const { plan, year } = board;
  const coordinator = where.myCategories.includes('COORDINATOR');
  const open = { board, where, pageKey };
  return (
    <section id="acts" aria-labelledby="acts-title" className="stack">
      <h2 id="acts-title">{say('webProgramme.acts.title')}</h2>
      {!plan && <p>{say('webProgramme.acts.none', { year: String(year) })}</p>}
      {!plan && coordinator && <Open {...open} label={say('webProgramme.acts.open', { year: String(year) })} />}
      {plan && <p>{say(`webProgramme.planState.${plan.state}`, { version: plan.version })}</p>}
      {plan?.onTimeSentence && <p>{plan.onTimeSentence}</p>}
      {plan?.onTimeSource && <Source source={plan.onTimeSource} />}
      {plan && <Validations plan={plan} parties={where.parties} />}
      {plan && <Acts plan={plan} pageKey={pageKey} />}
      {plan && coordinator && <OnPaper plan={plan} />}
      {plan?.state === 'ADOPTED' && coordinator && <Open {...open} label={say('webProgramme.acts.revise')} />}
    </section>
  );
}
