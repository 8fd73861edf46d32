import { useSay } from '../../base/language.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import styles from './ballot-meter.module.css';
import type { Ballot, SeatShown, VoteChoice } from './meeting.graphql.ts';

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

function Voice({ ballot, seat }: { ballot: Ballot; seat: SeatShown }) {
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

/** The unanimity meter: « 9 voix sur 10 — il manque … », then each party's voices side by side. */
export function BallotMeter({ ballot }: { ballot: Ballot }) {
  const say = useSay();
  const parties = [...new Map(ballot.roll.map(({ seat }) => [seat.party.id, seat.party])).values()];
  const missing = ballot.missing.map(({ office, party }) => `${office} (${party.shortName})`).join(', ');
  const open = !ballot.closedAt;
  return (
    <div className={styles.meter}>
      <p className={styles.figure} aria-live="polite">
        {say('webMeetings.ballot.voices', { cast: ballot.cast, expected: ballot.expected })}
      </p>
      <Gauge ballot={ballot} />
      {open && <p dir="auto">{ballot.missing.length > 0 ? say('webMeetings.ballot.missing', { list: missing }) : say('webMeetings.ballot.everyone')}</p>}
      <div className={styles.parties}>
        {parties.map((party) => (
          <section key={party.id}>
            <h4 className={styles.party}>
              <bdi>{party.shortName}</bdi>
            </h4>
            <ul className={styles.voices}>
              {ballot.roll
                .filter(({ seat }) => seat.party.id === party.id)
                .map(({ seat }) => (
                  <Voice key={seat.id} ballot={ballot} seat={seat} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
