import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { Decision } from './meeting.graphql.ts';

interface BallotActProps {
  readonly decision: Decision;
  readonly pageKey: string;
}

function Amended({ text }: { text: string }) {
  const say = useSay();
  return <TextArea name="text" required rows={5} label={say('webMeetings.ballot.amendedText')} defaultValue={useKept('text', text)} />;
}

/** Opens a vote on the text as it stands, or as amended in the meeting when the text is the decision's own. A second round follows a first that failed. */
export function OpenBallot({ decision, pageKey }: BallotActProps) {
  const say = useSay();
  const sending = useSending();
  const round = decision.ballots.length + 1;
  const amended = `openBallot:${decision.id}:amended`;
  const own = decision.subjectKind === null;
  return (
    <>
      <ActButton name={`openBallot:${decision.id}`} icon="people" label={say('webMeetings.ballot.open', { round })} pageKey={pageKey} fields={{ decisionId: decision.id }} />
      {own && (
        <Disclosure label={say('webMeetings.ballot.openAmended')} form={amended}>
          <ActForm name={amended} idempotencyKey={keyOf(pageKey, amended)}>
            <input type="hidden" name="decisionId" value={decision.id} />
            <Amended text={decision.text} />
            <Button kind="secondary" busy={sending}>
              {say('webMeetings.ballot.open', { round })}
            </Button>
          </ActForm>
        </Disclosure>
      )}
    </>
  );
}

/** Ends the round: what came of it is said at once, with its reasons. */
export function CloseBallot({ decision, pageKey }: BallotActProps) {
  const say = useSay();
  const ballot = decision.ballots.at(-1);
  const { closeBallot } = decision.viewerMay;
  if (!ballot || !closeBallot.allowed) return null;
  return <ActButton kind="secondary" name={`closeBallot:${ballot.id}`} icon="lock" label={say('webMeetings.ballot.close')} pageKey={pageKey} fields={{ ballotId: ballot.id }} />;
}

/** Why this reader has no vote in an open ballot. */
export function NoVote({ decision }: { decision: Decision }) {
  const say = useSay();
  const { refusal } = decision.viewerMay.vote;
  return refusal && <WhyNot label={say('webMeetings.vote.title')} sentence={refusal.sentence} source={refusal.source} />;
}
