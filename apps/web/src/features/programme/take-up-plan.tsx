import { Link } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { keyOf, MayButton } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choice, Choices } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { TakeUpOffer, TakeUpProposal } from './joining.graphql.ts';
import styles from './take-up-plan.module.css';

interface TakeUpProps {
  readonly offer: TakeUpOffer;
  readonly partnershipId: string;
  readonly pageKey: string;
}

function Chosen({ offer: { decisions, sheets } }: Pick<TakeUpProps, 'offer'>) {
  const { say, language } = useVoice();
  const decided = decisions.map(({ id, title, number, heldOn }) => ({ value: id, label: title, consequence: say('webJoining.takeUp.decisionConsequence', { number, day: dateInWords(language, heldOn) }) }));
  const taken = sheets.map(({ id, title, authorParty }) => ({ value: id, label: say('webJoining.takeUp.sheet', { title, party: authorParty.shortName }) }));
  return (
    <>
      <Choice legend={say('webJoining.takeUp.decision')} name="decisionId" required options={decided} chosen={useKept('decisionId', decisions.length === 1 ? decisions[0]?.id : '')} />
      <Choices legend={say('webJoining.takeUp.sheets')} name="sheetIds" options={taken} chosen={sheets.map(({ id }) => id)} />
    </>
  );
}

function Form({ offer, partnershipId, pageKey }: TakeUpProps) {
  const { say } = useVoice();
  const sending = useSending();
  return (
    <ActForm name="takeUpPlan" idempotencyKey={keyOf(pageKey, 'takeUp')}>
      <input type="hidden" name="partnershipId" value={partnershipId} />
      <input type="hidden" name="year" value={offer.year} />
      <Chosen offer={offer} />
      <p>{say('webJoining.takeUp.sendHint')}</p>
      <Button icon="check" busy={sending}>{say('webJoining.takeUp.send')}</Button>
    </ActForm>
  );
}

/** What waits: its fiches to read, then the other side's word on them. */
function Waiting({ waiting: { id, sentence, sheets, viewerMayConfirm, viewerMayWithdraw }, pageKey }: { waiting: TakeUpProposal; pageKey: string }) {
  const { say } = useVoice();
  return (
    <>
      <Card title={say('webJoining.takeUp.waiting')}>
        <p>{sentence}</p>
        <h3>{say('webJoining.takeUp.sheets')}</h3>
        <ol>
          {sheets.map((sheet) => (
            <li key={sheet.id}>
              <Link to={`/sheets/${sheet.id}`} className={styles.sheet}>
                <bdi>{say('webJoining.takeUp.sheet', { title: sheet.title, party: sheet.authorParty.shortName })}</bdi>
              </Link>
            </li>
          ))}
        </ol>
      </Card>
      {viewerMayConfirm.allowed && <p>{say('webJoining.takeUp.confirmHint')}</p>}
      <MayButton may={viewerMayConfirm} name="confirmTakenUpPlan" label={say('webJoining.takeUp.confirm')} pageKey={pageKey} fields={{ id }} icon="check" />
      {viewerMayWithdraw.allowed && <MayButton may={viewerMayWithdraw} name="withdrawTakeUp" label={say('webJoining.takeUp.withdraw')} pageKey={pageKey} fields={{ id }} kind="quiet" icon="cross" />}
    </>
  );
}

function Body(props: TakeUpProps) {
  const { say } = useVoice();
  if (props.offer.waiting) return <Waiting waiting={props.offer.waiting} pageKey={props.pageKey} />;
  const { decisions, sheets, viewerMay, year } = props.offer;
  const words = { year: String(year) };
  if (!viewerMay.allowed) return viewerMay.refusal && <WhyNot label={say('webJoining.takeUp.send')} sentence={viewerMay.refusal.sentence} source={viewerMay.refusal.source} />;
  if (decisions.length === 0)
    return (
      <EmptyState icon="document" title={say('webJoining.takeUp.noDecision')}>
        <p>{say('webJoining.takeUp.noDecisionNext')}</p>
        <LinkButton to="/joining/minutes/new">{say('webJoining.paperEnter')}</LinkButton>
      </EmptyState>
    );
  if (sheets.length > 0) return <Form {...props} />;
  return (
    <EmptyState icon="document" title={say('webJoining.takeUp.noSheet', words)}>
      <p>{say('webJoining.takeUp.noSheetNext')}</p>
      <LinkButton to={`/plans/${year}/import`}>{say('webJoining.table')}</LinkButton>
    </EmptyState>
  );
}

/** The plan of a year that a paper adopted: its decision and its fiches, proposed by one coordination, confirmed by another. Works without JavaScript. */
export function TakeUpPlan(props: TakeUpProps) {
  const { say } = useVoice();
  return (
    <>
      <PageHeader title={say('webJoining.takeUp.title', { year: String(props.offer.year) })} lead={<p>{say(props.offer.waiting ? 'webJoining.takeUp.leadWaiting' : 'webJoining.takeUp.lead')}</p>} />
      <Body {...props} />
      <p>
        <LinkButton kind="quiet" to="/joining">
          {say('webJoining.title')}
        </LinkButton>
      </p>
    </>
  );
}
