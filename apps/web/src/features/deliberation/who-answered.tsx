import { dateInWords, Moment } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { MayButton } from '../../base/may-button.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { Convening, ConvenedMember, Reply } from './convening.graphql.ts';
import styles from './convening.module.css';
import type { Meeting } from './meeting.graphql.ts';

type Receipt = 'WAITING' | 'FAILED' | 'DELIVERED' | 'OPENED' | 'ANSWERED';

/** The furthest the convocation is known to have come to somebody. */
function receiptOf({ seat, receipt }: ConvenedMember, sent: Convening['sent']): Receipt {
  if (receipt !== 'CALLED') return receipt;
  const letter = sent.find(({ seatId }) => seatId === seat.id);
  if (letter?.failed) return 'FAILED';
  return letter?.deliveredAt ? 'DELIVERED' : 'WAITING';
}

const replyTones: Readonly<Record<Reply, Tone>> = { COMING: 'done', REMOTE: 'done', NOT_COMING: 'stopped' };
const receiptTones: Readonly<Record<Receipt, Tone>> = { WAITING: 'still', FAILED: 'stopped', DELIVERED: 'waiting', OPENED: 'waiting', ANSWERED: 'done' };

function Member({ member, sent }: { member: ConvenedMember; sent: Convening['sent'] }) {
  const say = useSay();
  const receipt = receiptOf(member, sent);
  return (
    <li className={styles.member}>
      <span dir="auto">{member.seat.office}</span>
      {member.reply ? <Status tone={replyTones[member.reply]}>{say(`webConvening.members.reply.${member.reply}`)}</Status> : <Status tone={receiptTones[receipt]}>{say(`webConvening.members.receipt.${receipt}`)}</Status>}
      {member.note && (
        <p className={styles.note} dir="auto">
          {member.note}
        </p>
      )}
    </li>
  );
}

/** Who has answered the convocation and whom it has reached, for those who prepare the meeting; and the one button that asks the silent. */
export function WhoAnswered({ meeting, pageKey }: { meeting: Meeting; pageKey: string }) {
  const say = useSay();
  const { members, sent, viewerMay } = meeting.convening;
  if (meeting.state !== 'CONVENED' || !members || members.length === 0) return null;
  const count = (reply: Reply | null): number => members.filter((member) => member.reply === reply).length;
  const parties = [...new Map(members.map(({ seat: { party } }) => [party.id, party])).values()];
  const silent = count(null);
  return (
    <section id="answers" aria-labelledby="answers-title" className="stack">
      <h2 id="answers-title">{say('webConvening.members.title')}</h2>
      <p>{say('webConvening.members.tally', { coming: count('COMING'), remote: count('REMOTE'), notComing: count('NOT_COMING'), silent })}</p>
      <div className={styles.sides}>
        {parties.map(({ id, shortName }) => (
          <div key={id}>
            <h3>
              <bdi>{shortName}</bdi>
            </h3>
            <ul className={styles.members}>
              {members
                .filter(({ seat }) => seat.party.id === id)
                .map((member) => (
                  <Member key={member.seat.id} member={member} sent={sent} />
                ))}
            </ul>
          </div>
        ))}
      </div>
      <p className={styles.small}>{say('webConvening.members.receiptHelp')}</p>
      {silent > 0 && <MayButton may={viewerMay.callAgain} kind="secondary" name="callSilentAgain" icon="mail" label={say('webConvening.members.again', { count: silent })} pageKey={pageKey} fields={{ meetingId: meeting.id }} />}
    </section>
  );
}

/** What went out after the first convocation: dates that moved, with their reason, and letters sent again. */
export function Calls({ calls }: { calls: Convening['calls'] }) {
  const { say, language } = useVoice();
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="calls-title" className="stack">
      <h2 id="calls-title">{say('webConvening.calls.title')}</h2>
      <ul className={styles.calls}>
        {calls.map(({ id, kind, calledAt, called, reason, wasDate, wasTime, wasPlace }) => (
          <li key={id}>
            <p>
              {kind === 'MOVED' ? say('webConvening.calls.MOVED') : say('webConvening.calls.AGAIN', { called: called ?? 0 })} <Moment at={calledAt} />
            </p>
            {reason && <p dir="auto">{reason}</p>}
            {wasDate && <p className={styles.small}>{say('webConvening.calls.was', { day: dateInWords(language, wasDate, 'long'), time: wasTime ?? '', place: wasPlace ?? '' })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
