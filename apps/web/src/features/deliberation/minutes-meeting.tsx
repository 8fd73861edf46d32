import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { Annexes } from './annexes.tsx';
import type { FactsShown, MemberShown, MomentShown } from './minutes.graphql.ts';
import styles from './minutes.module.css';

/** An instant as each city lived it: « samedi 14 novembre 2026, 10:00 (Tiznit) ; 11:00 (Villeneuve-la-Garenne) ». */
function Moments({ moments }: { moments: readonly MomentShown[] }) {
  const { language, say } = useVoice();
  return (
    <>
      {moments.map(({ city, civilDate, time }, index) => (
        <span key={city} className={styles.moment}>
          {index === 0 || civilDate !== moments[0]?.civilDate ? say('webMinutes.meeting.moment', { date: dateInWords(language, civilDate, 'long'), time }) : time} (<bdi>{city}</bdi>)
        </span>
      ))}
    </>
  );
}

/** « Aucun quorum n’est prévu » alone where no rule asks for one. */
const quorumInWords = ({ reached, rule }: FactsShown['quorum'], say: ReturnType<typeof useSay>): string =>
  reached === null ? rule : `${say(reached ? 'webMinutes.meeting.quorumReached' : 'webMinutes.meeting.quorumMissed')} ${rule}`;

/** The meeting itself: locked facts, nobody rewrites them. */
export function MinutesMeeting({ facts, nameless }: { facts: FactsShown; nameless: boolean }) {
  const say = useSay();
  const { language } = useVoice();
  const lines = [
    { name: say('webMinutes.meeting.place'), value: <bdi>{facts.place}</bdi> },
    { name: say('webMinutes.meeting.host'), value: <bdi>{facts.hostParty.shortName}</bdi> },
    { name: say('webMinutes.meeting.opened'), value: <Moments moments={facts.opened} /> },
    { name: say('webMinutes.meeting.closed'), value: <Moments moments={facts.closed} /> },
    { name: say('webMinutes.meeting.mode'), value: say(`webMinutes.mode.${facts.mode}`) },
    ...(facts.convokedOn ? [{ name: say('webMinutes.meeting.convoked'), value: dateInWords(language, facts.convokedOn) }] : []),
    ...(facts.secretary ? [{ name: say('webMinutes.meeting.secretary'), value: <bdi>{facts.secretary}</bdi> }] : []),
    { name: say('webMinutes.meeting.quorum'), value: quorumInWords(facts.quorum, say) },
  ];
  return (
    <section className={styles.section} aria-labelledby="minutes-meeting">
      <h2 id="minutes-meeting">{say('webMinutes.meeting.title')}</h2>
      <Facts facts={lines} />
      <h3>{say('webMinutes.meeting.attendance')}</h3>
      <Members facts={facts} nameless={nameless} />
      <h3>{say('webMinutes.meeting.agenda')}</h3>
      <ol>
        {facts.agenda.map((item) => (
          <li key={item}>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ol>
      <Annexes title={say('webMinutes.meeting.annexes')} annexes={facts.annexes} />
    </section>
  );
}

const presenceTone: Readonly<Record<MemberShown['presence'], Tone>> = { PRESENT: 'done', REMOTE: 'done', EXCUSED: 'still', ABSENT: 'still', NO_ANSWER: 'still' };

/** Who was there, side by side, the host first. In a demonstration people have no name but their office. */
function Members({ facts, nameless }: { facts: FactsShown; nameless: boolean }) {
  const say = useSay();
  const members = [...facts.present, ...facts.remote, ...facts.excused, ...facts.absent];
  const parties = [facts.hostParty, ...members.map(({ party }) => party).filter(({ id }, index, all) => id !== facts.hostParty.id && all.findIndex((party) => party.id === id) === index)];
  return (
    <div className={styles.sides}>
      {parties.map(({ id, shortName }) => (
        <div key={id} className={styles.side}>
          <h4>
            <bdi>{shortName}</bdi>
          </h4>
          <ul className={styles.members}>
            {members
              .filter(({ party }) => party.id === id)
              .map(({ seatId, name, office, presence, votes, representedBy, movements }) => (
                <li key={seatId}>
                  <span>
                    {!(nameless && office) && <bdi>{name}</bdi>}
                    {!nameless && office && ', '}
                    {office && <bdi>{office}</bdi>}
                    {!votes && <span className={styles.small}> {say('webMinutes.meeting.noVote')}</span>}
                    {representedBy && <span className={styles.small}> ({say('webMeetings.attendance.carries', { name: representedBy })})</span>}
                    {movements.length > 0 && <span className={styles.small}> ({movements.join(' ; ')})</span>}
                  </span>
                  <Status tone={presenceTone[presence]}>{say(`webMinutes.presence.${presence}`)}</Status>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
