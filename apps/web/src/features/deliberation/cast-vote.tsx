import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import styles from './cast-vote.module.css';
import type { Ballot } from './meeting.graphql.ts';

function Binding({ ballot }: { ballot: Ballot }) {
  return (
    <>
      <input type="hidden" name="ballotId" value={ballot.id} />
      <input type="hidden" name="textHash" value={ballot.textHash} />
    </>
  );
}

function Reason() {
  const say = useSay();
  return <TextArea name="reason" required rows={2} label={say('webMeetings.vote.reason')} hint={say('webMeetings.vote.reasonHint')} defaultValue={useKept('reason')} />;
}

/** My voice: « pour » and « abstention » in one tap, « contre » with its reason. It may change until the ballot closes. */
export function CastVote({ ballot, pageKey }: { ballot: Ballot; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const name = `castVote:${ballot.id}`;
  const against = `${name}:against`;
  const mine = ballot.myVote?.choice;
  return (
    <section className={styles.vote} aria-label={say('webMeetings.vote.title')}>
      <p className={styles.title}>{mine ? say('webMeetings.vote.mine', { choice: mine }) : say('webMeetings.vote.title')}</p>
      {mine && <p>{say('webMeetings.vote.mayChange')}</p>}
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <Binding ballot={ballot} />
        <div className={styles.choices}>
          <Button name="choice" value="FOR" kind={mine ? 'secondary' : 'primary'} icon="check" busy={sending} aria-pressed={mine ? mine === 'FOR' : undefined}>
            {say('webMeetings.vote.FOR')}
          </Button>
          <Button name="choice" value="ABSTAIN" kind="secondary" icon="minus" busy={sending} aria-pressed={mine ? mine === 'ABSTAIN' : undefined}>
            {say('webMeetings.vote.ABSTAIN')}
          </Button>
        </div>
      </ActForm>
      <Disclosure label={say('webMeetings.vote.AGAINST')} form={against}>
        <ActForm name={against} idempotencyKey={keyOf(pageKey, against)}>
          <Binding ballot={ballot} />
          <Reason />
          <Button name="choice" value="AGAINST" kind="danger" icon="cross" busy={sending}>
            {say('webMeetings.vote.sendAgainst')}
          </Button>
        </ActForm>
      </Disclosure>
    </section>
  );
}
