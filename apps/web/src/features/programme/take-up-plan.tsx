import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { TakeUpOffer } from './joining.graphql.ts';

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
      <Button icon="check" busy={sending}>{say('webJoining.takeUp.send')}</Button>
    </ActForm>
  );
}

function Body(props: TakeUpProps) {
  const { say } = useVoice();
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

/** The plan of a year that a paper adopted: its decision, its fiches, one act. Works without JavaScript. */
export function TakeUpPlan(props: TakeUpProps) {
  const { say } = useVoice();
  return (
    <>
      <PageHeader title={say('webJoining.takeUp.title', { year: String(props.offer.year) })} lead={<p>{say('webJoining.takeUp.lead')}</p>} />
      <Body {...props} />
      <p>
        <LinkButton kind="quiet" to="/joining">
          {say('webJoining.title')}
        </LinkButton>
      </p>
    </>
  );
}
