import { useSay } from '../../base/language.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './ballot-meter.module.css';
import type { Ballot, SeatShown, VoteChoice } from './meeting.graphql.ts';
import { seatName } from './seat-name.ts';

const icons: Readonly<Record<VoteChoice | 'VOTED' | 'AWAITED' | 'NOT_CAST', IconName>> = {
  FOR: 'check',
  AGAINST: 'cross',
  ABSTAIN: 'minus',
  VOTED: 'lock',
  AWAITED: 'clock',
  NOT_CAST: 'minus',
};

/** What may be said of a seat now: who has voted while the ballot is open, what was voted once it is closed. */
function wordOf(ballot: Ballot, seatId: string): keyof typeof icons {
  if (ballot.closedAt) return ballot.votes?.find(({ seat }) => seat.id === seatId)?.choice ?? 'NOT_CAST';
  return ballot.voted.some(({ id }) => id === seatId) ? 'VOTED' : 'AWAITED';
}

function Voice({ ballot, seat, heldBy }: { ballot: Ballot; seat: SeatShown; heldBy: SeatShown | null }) {
  const say = useSay();
  const word = wordOf(ballot, seat.id);
  const reason = ballot.votes?.find((vote) => vote.seat.id === seat.id)?.reason;
  return (
    <li className={`${styles.voice} ${styles[word]}`}>
      <span className={styles.mark}>
        <Icon name={icons[word]} />
      </span>
      <span>
        <span dir="auto">{seat.office}</span> <strong className={styles.word}>{say(`webMeetings.voice.${word}`)}</strong>
        {heldBy && <span className={styles.held}>{say('webMeetings.attendance.carried', { name: heldBy.office })}</span>}
        {reason && (
          <q className={styles.reason} dir="auto">
            {reason}
          </q>
        )}
      </span>
    </li>
  );
}

/** One voice, one mark: the gauge is full when nobody is missing. It is drawn for the eye; the list beside it says everything. */
function Gauge({ ballot }: { ballot: Ballot }) {
  return (
    <div className={styles.gauge} aria-hidden="true">
      {ballot.roll.map(({ seat }) => (
        <span key={seat.id} className={`${styles.segment} ${styles[wordOf(ballot, seat.id)]}`} />
      ))}
    </div>
  );
}

/** So few that each is named; more of them are counted, the list below names them all. */
const fewEnough = 3;

/** « 9 voix sur 10 — il manque … » while the vote goes on; once it is closed, what was voted. */
function Figure({ ballot: { cast, expected, missing, outcome } }: { ballot: Ballot }) {
  const say = useSay();
  if (outcome) return <p className={styles.figure}>{say('webMeetings.ballot.tally', { ...outcome.tally })}</p>;
  const list = missing.map(seatName).join(', ');
  const lacking = missing.length > fewEnough ? say('webMeetings.ballot.missingMany', { count: missing.length }) : say('webMeetings.ballot.missing', { list });
  return (
    <div className={styles.figures} role="status">
      <p className={styles.figure}>
        {say('webMeetings.ballot.voices', { cast, expected })}
        {missing.length > 0 && <span className={styles.lacking}> — {lacking}</span>}
      </p>
      {missing.length === 0 && <p>{say('webMeetings.ballot.everyone')}</p>}
    </div>
  );
}

/** The unanimity meter: the figure, the gauge, then each party's voices side by side. */
export function BallotMeter({ ballot }: { ballot: Ballot }) {
  const parties = [...new Map(ballot.roll.map(({ seat }) => [seat.party.id, seat.party])).values()];
  return (
    <div className={styles.meter}>
      <Figure ballot={ballot} />
      <Gauge ballot={ballot} />
      <div className={styles.parties}>
        {parties.map((party) => (
          <section key={party.id}>
            <h4 className={styles.party}>
              <bdi>{party.shortName}</bdi>
            </h4>
            <ul className={styles.voices}>
              {ballot.roll
                .filter(({ seat }) => seat.party.id === party.id)
                .map(({ seat, heldBy }) => (
                  <Voice key={seat.id} ballot={ballot} seat={seat} heldBy={heldBy} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
