import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { SetUpAgreement } from './set-up-agreement.tsx';
import { SetUpAxes } from './set-up-axes.tsx';
import { Existing, SetUpPeople, SetUpRules, SetUpService } from './set-up-last-steps.tsx';
import { SetUpText } from './set-up-text.tsx';
import { stepPath, type SetUp, type Step } from './set-up.graphql.ts';
import type { SetUpProps } from './set-up-props.ts';
import styles from './set-up.module.css';

function StepName({ step, place }: { step: Step; place: number }) {
  const say = useSay();
  return (
    <>
      {step.done ? <Icon name="check" /> : <span className={styles.place}>{place}</span>}
      <span>{step.title}</span>
      <span className="unseen"> {say(step.done ? 'webSetUp.stepDone' : 'webSetUp.stepTodo')}</span>
    </>
  );
}

/** The steps, each where it stands. In a step that is being written they are its buttons: whoever leaves, saves. */
function Steps({ setUp, step, saving }: { setUp: SetUp; step: Step; saving: boolean }) {
  const say = useSay();
  return (
    <nav aria-label={say('webSetUp.steps')} data-screen-only="">
      <ol className={styles.steps}>
        {setUp.steps.map((one, index) => (
          <li key={one.key} aria-current={one.key === step.key ? 'step' : undefined}>
            {saving && setUp.agreementId ? (
              <button type="submit" name="go" value={one.key} className={styles.step} formNoValidate>
                <StepName step={one} place={index + 1} />
              </button>
            ) : (
              <Link to={stepPath(one.key)} className={styles.step}>
                <StepName step={one} place={index + 1} />
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const mutationOf = ({ setUp, step }: SetUpProps): string | null => {
  const may = step.key === 'AXES' ? setUp.viewerMayWriteAxes : setUp.viewerMayWrite;
  if (!may.allowed) return null;
  if (step.key === 'AGREEMENT') return setUp.agreementId ? 'correctAgreement' : 'recordAgreement';
  if (!setUp.agreementId) return null;
  return step.key === 'TEXT' ? 'writeArticles' : step.key === 'AXES' ? 'writeAxes' : null;
};

const nextOf = ({ setUp, step }: SetUpProps): Step | undefined => setUp.steps[setUp.steps.indexOf(step) + 1];

function Save({ page }: { page: SetUpProps }) {
  const say = useSay();
  const next = nextOf(page);
  return (
    <Button kind="primary" name="go" value={next?.key ?? page.step.key} busy={useSending()}>
      {say(page.setUp.agreementId ? 'webSetUp.save' : 'webSetUp.agreement.begin')}
    </Button>
  );
}

/** A step that is written: one form, whose every button saves. The first one, which the Enter key presses, goes on. */
function Written({ page, mutation }: { page: SetUpProps; mutation: string }) {
  const { setUp, step, where, pageKey } = page;
  return (
    <ActForm key={step.key} name={mutation} idempotencyKey={keyOf(pageKey, mutation)}>
      <button type="submit" name="go" value={nextOf(page)?.key} hidden />
      <Steps setUp={setUp} step={step} saving />
      <input type="hidden" name="partnershipId" value={where.partnershipId} />
      <input type="hidden" name="textEdition" value={setUp.textEdition} />
      {step.key === 'AGREEMENT' && <SetUpAgreement setUp={setUp} />}
      {step.key === 'TEXT' && <SetUpText setUp={setUp} />}
      {step.key === 'AXES' && <SetUpAxes setUp={setUp} offered={page.offered} />}
      <Save page={page} />
    </ActForm>
  );
}

/** A step that is read, or whose acts have their own forms. */
function Read({ page, children }: { page: SetUpProps; children: ReactNode }) {
  const say = useSay();
  const next = nextOf(page);
  return (
    <>
      <Steps setUp={page.setUp} step={page.step} saving={false} />
      {children}
      {next && <LinkButton to={stepPath(next.key)} icon="arrow">{say('webSetUp.next')}</LinkButton>}
    </>
  );
}

function ReadStep({ page }: { page: SetUpProps }) {
  const { setUp, step } = page;
  const may = step.key === 'AXES' ? setUp.viewerMayWriteAxes : setUp.viewerMayWrite;
  if (step.key === 'RULES') return <SetUpRules {...page} />;
  if (step.key === 'PEOPLE') return <SetUpPeople {...page} />;
  if (step.key === 'SERVICE') return <SetUpService {...page} />;
  return (
    <>
      <p>{step.summary}</p>
      {!may.allowed && may.refusal && <WhyNot label={step.title} sentence={may.refusal.sentence} source={may.refusal.source} />}
    </>
  );
}

function Head({ setUp, step, where }: SetUpProps) {
  const say = useSay();
  const progress = say('webSetUp.progress', { place: String(setUp.steps.indexOf(step) + 1), count: String(setUp.steps.length) });
  const how = setUp.inServiceAt ? 'webSetUp.closed' : setUp.viewerMayWrite.allowed ? 'webSetUp.kept' : 'webSetUp.readOnly';
  return (
    <PageHeader
      title={step.title}
      eyebrow={
        <>
          <bdi>{where.partnershipName}</bdi> · {say('webSetUp.title')} · {progress}
        </>
      }
      lead={
        <>
          <p>{step.lead}</p>
          <p className={styles.quiet}>{say(how)}</p>
        </>
      }
    />
  );
}

/** The set-up of a partnership, one step on the screen. */
export function SetUpPage(page: SetUpProps) {
  const { setUp, step } = page;
  const mutation = mutationOf(page);
  return (
    <>
      <Head {...page} />
      {mutation ? (
        <Written page={page} mutation={mutation} />
      ) : (
        <Read page={page}>
          <ReadStep page={page} />
        </Read>
      )}
      {((step.key === 'AGREEMENT' && !setUp.agreementId) || step.key === 'SERVICE') && <Existing />}
    </>
  );
}
