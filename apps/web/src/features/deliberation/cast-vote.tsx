import { useActionData } from 'react-router';
import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import type { Kept } from '../../base/act.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './cast-vote.module.css';
import type { Ballot, SeatShown, VoiceShown, VoteChoice } from './meeting.graphql.ts';
import { seatName } from './seat-name.ts';

/** « Contre » opens on its reason; the other two voices need none, so the field is not required of them: the server asks. */
function Against({ form, mine }: { form: string; mine: VoiceShown | null }) {
  const say = useSay();
  const sending = useSending();
  const answer = useActionData() as Kept | undefined;
  const refused = answer?.values['form']?.[0] === form;
  return (
    <details className={styles.against} open={refused || undefined}>
      <summary className={mine?.choice === 'AGAINST' ? `${styles.opener} ${styles.chosen}` : styles.opener}>
        <Icon name="cross" /> {say('webMeetings.vote.AGAINST')}
      </summary>
      <div className={styles.reason}>
        <TextArea name="reason" later rows={2} label={say('webMeetings.vote.reason')} hint={say('webMeetings.vote.reasonHint')} defaultValue={useKept('reason', mine?.reason ?? '')} />
        <Button name="choice" value="AGAINST" kind="danger" icon="cross" busy={sending}>
          {say('webMeetings.vote.sendAgainst')}
        </Button>
      </div>
    </details>
  );
}

/** One's voice, or that of an absent colleague whose power one holds: three answers of equal weight, one tap each, « contre » with its reason. It may change until the ballot closes. */
export function CastVote({ ballot, pageKey, mine, carried }: { ballot: Ballot; pageKey: string; mine: VoiceShown | null; carried?: SeatShown }) {
  const say = useSay();
  const sending = useSending();
  const place = carried ? `${ballot.id}:${carried.id}` : ballot.id;
  const name = `castVote:${place}`;
  const title = mine ? say('webMeetings.vote.mine', { choice: mine.choice }) : say('webMeetings.vote.title');
  const choice = (value: VoteChoice & ('FOR' | 'ABSTAIN'), icon: 'check' | 'minus') => (
    <Button name="choice" value={value} kind="secondary" icon={icon} busy={sending} aria-pressed={mine ? mine.choice === value : undefined}>
      {say(`webMeetings.vote.${value}`)}
    </Button>
  );
  return (
    <section className={styles.vote} aria-labelledby={`voice-${place}`}>
      <p id={`voice-${place}`} className={styles.title}>
        {carried ? say('webMeetings.vote.carried', { name: seatName(carried), choice: mine?.choice ?? 'none' }) : title}
      </p>
      {mine && <p>{say('webMeetings.vote.mayChange')}</p>}
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="ballotId" value={ballot.id} />
        {carried && <input type="hidden" name="seatId" value={carried.id} />}
        <input type="hidden" name="textHash" value={ballot.textHash} />
        <div className={styles.choices}>
          {choice('FOR', 'check')}
          {choice('ABSTAIN', 'minus')}
          <Against form={name} mine={mine} />
        </div>
      </ActForm>
    </section>
  );
}
