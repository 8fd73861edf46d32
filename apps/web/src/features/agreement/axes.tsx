import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { AgreementAxes, AxisShown } from './life.graphql.ts';
import styles from './life.module.css';

const tones: Readonly<Record<AxisShown['state'], Tone>> = { RECORDED: 'still', AWAITING: 'waiting', ADOPTED: 'underway', OPEN: 'done' };

function ProposalFields() {
  const say = useSay();
  return (
    <>
      <Field name="title" required maxLength={160} label={say('axes.titleField')} defaultValue={useKept('title')} />
      <Field name="titleAr" required maxLength={160} label={say('axes.titleArField')} defaultValue={useKept('titleAr')} />
      <TextArea name="text" required rows={5} maxLength={4_000} label={say('axes.textField')} hint={say('axes.textHint')} defaultValue={useKept('text')} />
      <Button kind="secondary" busy={useSending()}>
        {say('axes.send')}
      </Button>
    </>
  );
}

function Axis({ axis, pageKey }: { axis: AxisShown; pageKey: string }) {
  const say = useSay();
  const { id, number, title, text, state, proposedBy, openedAt, warning } = axis;
  return (
    <li className={styles.line} id={`axis-${id}`}>
      <p className="cluster">
        <strong>
          <bdi>{number}</bdi>. <bdi>{title}</bdi>
        </strong>
        {state !== 'RECORDED' && <Status tone={tones[state]}>{say(`axes.state.${state}`)}</Status>}
      </p>
      {state !== 'RECORDED' && (
        <p className={styles.quiet}>
          {proposedBy && say('axes.by', { party: proposedBy.shortName })}
          {openedAt && (
            <>
              {' · '}
              {say('axes.state.OPEN')} <Moment at={openedAt} />
            </>
          )}
        </p>
      )}
      {state !== 'RECORDED' && <p dir="auto">{text}</p>}
      {state === 'AWAITING' && <p>{say('axes.awaiting')}</p>}
      {state === 'ADOPTED' && <p>{say('axes.adopted')}</p>}
      {warning && (
        <p>
          {warning.sentence} <Source source={warning.source} />
        </p>
      )}
      {axis.viewerMayWithdraw.allowed && (
        <div className="cluster">
          <LinkButton kind="secondary" icon="calendar" to="/meetings">
            {say('axes.toMeetings')}
          </LinkButton>
          <ActButton name={`withdrawAxis:${id}`} kind="quiet" label={say('axes.withdraw')} pageKey={pageKey} fields={{ axisId: id }} />
        </div>
      )}
    </li>
  );
}

/** The agreement's axes, each with where it stands; for a coordinator, the way to propose another one. */
export function Axes({ axes: held, partnershipId, pageKey }: { axes: AgreementAxes; partnershipId: string; pageKey: string }) {
  const say = useSay();
  const { axes, viewerMayProposeAxis } = held;
  const ofKind = (kind: AxisShown['kind']) => axes.filter((axis) => axis.kind === kind);
  if (axes.length === 0 && !viewerMayProposeAxis.allowed) return null;
  return (
    <section className="stack" id="axes" aria-labelledby="axes-title">
      <h2 id="axes-title">{say('axes.title')}</h2>
      <ul className={styles.plain}>
        {ofKind('STRATEGIC').map((axis) => (
          <Axis key={axis.id} axis={axis} pageKey={pageKey} />
        ))}
      </ul>
      {ofKind('TRANSVERSAL').length > 0 && (
        <>
          <h3>{say('axes.transversal')}</h3>
          <ul className={styles.plain}>
            {ofKind('TRANSVERSAL').map(({ id, title }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
      {viewerMayProposeAxis.allowed && (
        <Disclosure label={say('axes.propose')} form="proposeAxis">
          <p>{say('axes.lead')}</p>
          <ActForm name="proposeAxis" idempotencyKey={keyOf(pageKey, 'proposeAxis')}>
            <input type="hidden" name="partnershipId" value={partnershipId} />
            <ProposalFields />
          </ActForm>
        </Disclosure>
      )}
    </section>
  );
}
