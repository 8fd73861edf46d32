import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { CivilDate, dateInWords } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay, useVoice } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AnswerConvocation } from './answer-convocation.tsx';
import { MeetingActs } from './meeting-acts.tsx';
import { MeetingAgenda, VotedNow } from './meeting-agenda.tsx';
import { MeetingStatus } from './meeting-state.tsx';
import type { AxisToDecide, Meeting, PlanToDecide, RuleToDecide } from './meeting.graphql.ts';
import { HandsNow } from './hands-awaiting.tsx';
import { Incidents } from './incidents.tsx';
import { Guests } from './note-guest.tsx';
import { Attendance } from './record-attendance.tsx';
import { SafetySheet } from './safety-sheet.tsx';
import { useSitting } from './sitting.ts';
import { Calls, WhoAnswered } from './who-answered.tsx';

interface MeetingPageProps {
  readonly meeting: Meeting;
  readonly plans: readonly PlanToDecide[];
  readonly rules: readonly RuleToDecide[];
  readonly axes: readonly AxisToDecide[];
  readonly where: Here;
  readonly pageKey: string;
  /** Has the reader a key that may answer for an act? */
  readonly hasKey: boolean;
  /** What follows an adopted decision: another room's, brought by the route. */
  readonly followUps?: (decisionId: string) => ReactNode;
}

/** Where and when, in each side's own time. */
function Where({ meeting }: { meeting: Meeting }) {
  const say = useSay();
  const { place, hostParty, localTimes, kind, mode, convocationPdfs } = meeting;
  const facts = [
    ...localTimes.map(({ party, civilDate, time }) => ({
      name: say('webMeetings.facts.at', { party: party.shortName }),
      value: (
        <>
          <CivilDate on={civilDate} length="long" /> {say('webMeetings.facts.time', { time })}
        </>
      ),
    })),
    { name: say('webMeetings.facts.place'), value: place },
    { name: say('webMeetings.facts.host'), value: <bdi>{hostParty.shortName}</bdi> },
    ...(convocationPdfs.length > 0 ? [{ name: say('webMeetings.facts.convocation'), value: <ConvocationPdfs pdfs={convocationPdfs} /> }] : []),
    { name: say('webMeetings.facts.kind'), value: `${say(`webMeetings.kind.${kind}`)} · ${say(`webMeetings.mode.${mode}`)}` },
  ];
  return <Facts facts={facts} />;
}

/** The convocation on paper, the reader's language first. */
function ConvocationPdfs({ pdfs }: { pdfs: Meeting['convocationPdfs'] }) {
  const { say, language: page } = useVoice();
  return (
    <span className="cluster">
      {[...pdfs].sort((one, other) => Number(other.language === page) - Number(one.language === page)).map(({ language, url }) => (
        <LinkButton key={url} kind="quiet" icon="document" to={url} reloadDocument>
          {say('webMeetings.facts.convocationPdf', { language: say(language === 'ar' ? 'webMinutes.language.ar' : 'webMinutes.language.fr') })}
        </LinkButton>
      ))}
    </span>
  );
}

/** A meeting of the committee, from the convocation to the last vote; it follows what happens in the room by itself. */
export function MeetingPage({ meeting: asked, plans, rules, axes, where, pageKey, hasKey, followUps }: MeetingPageProps) {
  const { say, language } = useVoice();
  const meeting = useSitting(asked, { partnershipId: where.partnershipId, pageKey });
  const steward = where.myCategories.some((category) => category === 'COORDINATOR' || category === 'CO_PRESIDENT');
  const member = where.myCategories.some((category) => category !== 'COORDINATOR');
  const on = { meeting, plans, rules, axes, member, pageKey, followUps };
  const facts = <Where key="where" meeting={meeting} />;
  const acts = <MeetingActs key="acts" meeting={meeting} pageKey={pageKey} steward={steward} hasKey={hasKey} />;
  const agenda = <MeetingAgenda key="agenda" {...on} />;
  const attendance = <Attendance key="attendance" meeting={meeting} pageKey={pageKey} />;
  const guests = <Guests key="guests" meeting={meeting} pageKey={pageKey} />;
  const answer = <AnswerConvocation key="answer" meeting={meeting} pageKey={pageKey} />;
  const answers = <WhoAnswered key="answers" meeting={meeting} pageKey={pageKey} />;
  const calls = <Calls key="calls" calls={meeting.convening.calls} />;
  const safety = (
    <Fragment key="safety">
      <SafetySheet meeting={meeting} pageKey={pageKey} />
      <Incidents meeting={meeting} pageKey={pageKey} />
    </Fragment>
  );
  // What is done now comes first: in the room the votes, before it who is there.
  const sitting = [<VotedNow key="now" {...on} />, <HandsNow key="hands" meeting={meeting} pageKey={pageKey} />, acts, agenda, attendance, guests, facts, safety];
  const parts = meeting.state === 'OPEN' ? sitting : meeting.state === 'CONVENED' ? [answer, facts, calls, acts, answers, attendance, guests, agenda, safety] : [facts, acts, agenda, attendance, guests, safety];
  return (
    <>
      <PageHeader
        title={say('webMeetings.page.title', { day: dateInWords(language, meeting.civilDate) })}
        eyebrow={<Link to="/meetings">{say('webMeetings.list.title')}</Link>}
        status={<MeetingStatus state={meeting.state} />}
        lead={<p>{say(`webMeetings.sentence.${meeting.state}`)}</p>}
      />
      {meeting.turnReason && (
        <Banner label={say('webMeetings.page.turnReason')}>
          <p>{say('webMeetings.page.turnReason')}</p>
          <p dir="auto">{meeting.turnReason}</p>
        </Banner>
      )}
      {parts}
      <noscript>
        <a href="">{say('webMeetings.page.refresh')}</a>
      </noscript>
    </>
  );
}
