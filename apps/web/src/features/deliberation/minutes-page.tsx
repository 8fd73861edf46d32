import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ContestedMinutes } from './contest-signature.tsx';
import { MinutesActs } from './minutes-acts.tsx';
import { MinutesDecisions } from './minutes-decisions.tsx';
import { MinutesMeeting } from './minutes-meeting.tsx';
import { MinutesObservations } from './minutes-observations.tsx';
import { MinutesProse } from './minutes-prose.tsx';
import { minutesToRead } from './minutes-reading.ts';
import { MinutesSignatures } from './minutes-signatures.tsx';
import { MinutesStateMark } from './minutes-state.tsx';
import { MinutesVersions } from './minutes-versions.tsx';
import type { MinutesShown } from './minutes.graphql.ts';
import { Rectified } from './rectified.tsx';
import { SignNow } from './sign-now.tsx';
import styles from './minutes.module.css';

interface MinutesPageProps {
  readonly minutes: MinutesShown;
  readonly demo: boolean;
  readonly pageKey: string;
  /** What has just been done: « signed », « refused », « saved ». */
  readonly done: string | null;
}

const doneSentences = ['signed', 'refused', 'saved', 'reviewed', 'finalised', 'returned', 'contested'] as const;

/** A PV: where it stands, what was decided, who was there, what was said, who signed. In the order a mayor needs it. */
export function MinutesPage({ minutes, demo, pageKey, done }: MinutesPageProps) {
  const say = useSay();
  const { language } = useVoice();
  const { facts, number, state, version } = minutes;
  const day = facts.opened[0]?.civilDate;
  const said = doneSentences.find((known) => known === done);
  return (
    <div className={styles.page}>
      <PageHeader
        title={number === null ? say('webMinutes.draftTitle') : say('webMinutes.title', { number })}
        eyebrow={day && say(`webMinutes.meetingOf.${facts.kind}`, { day: dateInWords(language, day, 'long'), place: facts.place })}
        status={
          <div className="cluster">
            <MinutesStateMark state={state} />
            <span className={styles.small}>
              {say('webMinutes.version', { version })} · {say('webMinutes.toRead', { minutes: minutesToRead(minutes) })}
            </span>
          </div>
        }
        lead={<Standing minutes={minutes} />}
      />
      {said && <Banner tone="good">{say(`webMinutes.done.${said}`)}</Banner>}
      {done === 'read' && <Banner tone="good">{say('webObservations.languages.done')}</Banner>}
      {demo && <p className={styles.demo}>{say('webDemo.banner')}</p>}
      <SignNow minutes={minutes} />
      <ContestedMinutes signatures={minutes.signatures} />
      <Rectified minutes={minutes} />
      <Banner label={say('webMinutes.languageLabel')}>
        <p>{minutes.languageNotice}</p>
      </Banner>
      <MinutesDecisions decisions={facts.decisions} extracts={minutes.extracts} />
      <MinutesMeeting facts={facts} nameless={demo} />
      <MinutesProse minutes={minutes} pageKey={pageKey} />
      <MinutesObservations minutes={minutes} />
      <MinutesSignatures minutes={minutes} demo={demo} pageKey={pageKey} />
      <SignNow minutes={minutes} last />
      <MinutesVersions versions={minutes.voided} />
      <MinutesActs minutes={minutes} pageKey={pageKey} />
    </div>
  );
}

/** « Signature de Tiznit reçue. Il ne manque que la vôtre. » */
function Standing({ minutes: { signatures, missing, executorySentence } }: { minutes: MinutesShown }) {
  const say = useSay();
  const names = signatures.map(({ party }) => party.shortName).join(', ');
  return (
    <p>
      {names !== '' && missing.length > 0 && `${say('webMinutes.signatures.received', { names })} `}
      {executorySentence}
    </p>
  );
}
