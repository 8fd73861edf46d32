import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { toNote, type Hands, type HandsRound } from './hands.graphql.ts';
import type { Ballot, Meeting } from './meeting.graphql.ts';
import { seatName } from './seat-name.ts';
import styles from './hands-awaiting.module.css';

function Reason({ label }: { label: string }) {
  return <TextArea name="reason" required rows={2} label={label} defaultValue={useKept('reason')} />;
}

/** « Unanimité : 14 voix pour », or « 13 voix pour, sauf : … ». */
function Noted({ round: { voters, exceptions } }: { round: HandsRound }) {
  const say = useSay();
  const count = voters - exceptions.length;
  if (exceptions.length === 0) return <p>{say('webHands.awaiting.all', { count })}</p>;
  return (
    <>
      <p>{say('webHands.awaiting.but', { count })}</p>
      <ul>
        {exceptions.map(({ seat, choice, reason }) => (
          <li key={seat.id}>
            {say('webHands.awaiting.exception', { name: seatName(seat), choice })}
            {reason && (
              <q className={styles.reason} dir="auto">
                {reason}
              </q>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sheet({ hands, meeting, pageKey }: { hands: Hands; meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const sending = useSending();
  const { confirm, withdraw } = hands.viewerMay;
  const taking = `withdrawHands:${hands.id}`;
  return (
    <article className={styles.sheet}>
      <p>{say('webHands.awaiting.by', { party: hands.enteredParty.shortName })}</p>
      <ol className={styles.rounds}>
        {hands.rounds.map((round) => (
          <li key={round.decisionId}>
            <strong dir="auto">{meeting.decisions.find(({ id }) => id === round.decisionId)?.title}</strong>
            <Noted round={round} />
          </li>
        ))}
      </ol>
      {confirm.allowed ? (
        <>
          <p className={styles.hint}>{say('webHands.awaiting.confirmHint')}</p>
          <ActButton name={`confirmHands:${hands.id}`} icon="check" label={say('webHands.awaiting.confirm')} pageKey={pageKey} fields={{ handsId: hands.id }} />
        </>
      ) : (
        <p className={styles.hint}>{say('webHands.awaiting.waits')}</p>
      )}
      {withdraw.allowed && (
        <Disclosure label={say('webHands.awaiting.withdraw')} form={taking}>
          <ActForm name={taking} idempotencyKey={keyOf(pageKey, taking)}>
            <input type="hidden" name="handsId" value={hands.id} />
            <Reason label={say('webHands.awaiting.withdrawReason')} />
            <Button kind="danger" busy={sending}>
              {say('webHands.awaiting.withdrawSend')}
            </Button>
          </ActForm>
        </Disclosure>
      )}
    </article>
  );
}

/** Votes by show of hands: those that await the other coordination first, then the way to note some. */
export function HandsNow({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const awaiting = meeting.hands.filter(({ confirmed }) => !confirmed);
  const open = meeting.viewerMay.noteHands.allowed && toNote(meeting).length > 0;
  if (awaiting.length === 0 && !open) return null;
  return (
    <section id="hands" aria-labelledby="hands-title" className="stack">
      <h2 id="hands-title">{say(awaiting.length > 0 ? 'webHands.awaiting.title' : 'webHands.title')}</h2>
      {awaiting.map((hands) => (
        <Sheet key={hands.id} hands={hands} meeting={meeting} pageKey={pageKey} />
      ))}
      {open && (
        <LinkButton kind="secondary" icon="people" to={`/meetings/${meeting.id}/hands`}>
          {say('webHands.open')}
        </LinkButton>
      )}
    </section>
  );
}

/** Under a closed vote that was taken by show of hands: who noted it, who contests, and the reader's own way to contest. */
export function ByHands({ ballot, hands, pageKey }: { ballot: Ballot; hands: readonly Hands[]; pageKey: string }) {
  const { say, language } = useVoice();
  const sending = useSending();
  const sheet = hands.find(({ rounds }) => rounds.some(({ ballotId }) => ballotId === ballot.id));
  const round = sheet?.rounds.find(({ ballotId }) => ballotId === ballot.id);
  if (!sheet || !round) return null;
  const name = `contestHands:${ballot.id}`;
  return (
    <div className="stack">
      <p className={styles.hint}>{say('webHands.on.label', { noted: sheet.enteredParty.shortName, confirmed: sheet.confirmedParty?.shortName ?? '' })}</p>
      {round.contests.map(({ seat, reason }) => (
        <p key={seat.id} className={styles.contested}>
          {say('webHands.on.contested', { name: seatName(seat) })}{' '}
          <q className={styles.reason} dir="auto">
            {reason}
          </q>
        </p>
      ))}
      {round.viewerMayContest.allowed && round.contestUntil && (
        <Disclosure label={say('webHands.on.contest')} form={name}>
          <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
            <input type="hidden" name="handsId" value={sheet.id} />
            <input type="hidden" name="ballotId" value={ballot.id} />
            <p className={styles.hint}>{say('webHands.on.until', { day: dateInWords(language, round.contestUntil, 'long') })}</p>
            <Reason label={say('webHands.on.reason')} />
            <Button kind="danger" busy={sending}>
              {say('webHands.on.send')}
            </Button>
          </ActForm>
        </Disclosure>
      )}
    </div>
  );
}
