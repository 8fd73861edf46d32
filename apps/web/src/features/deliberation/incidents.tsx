import { Fragment } from 'react';
import { ActForm, useKept, useSending, useTaken } from '../../base/act-form.tsx';
import { CityMoment, Moment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import styles from './convening.module.css';
import type { Incident } from './incidents.graphql.ts';
import type { Meeting } from './meeting.graphql.ts';

interface Log {
  readonly meeting: Meeting;
  readonly pageKey: string;
}

/** « 3 décembre 2026, 09:10 (Villeneuve-la-Garenne) · 08:10 (Tiznit) », one line a town. */
function When({ times }: { times: Incident['localTimes'] }) {
  return times.map(({ party, civilDate, time }, place) => (
    <Fragment key={party.id}>
      {place > 0 && <br />}
      <CityMoment moment={{ city: party.shortName, civilDate, time }} />
    </Fragment>
  ));
}

function Told({ incident: { localTimes, place, what, done } }: { incident: Incident }) {
  const say = useSay();
  const lines = (text: string) => <span className={styles.lines}>{text}</span>;
  return (
    <Facts
      facts={[
        { name: say('webConvening.incidents.when'), value: <When times={localTimes} /> },
        { name: say('webConvening.incidents.place'), value: place },
        { name: say('webConvening.incidents.what'), value: lines(what) },
        { name: say('webConvening.incidents.done'), value: done ? lines(done) : say('webConvening.incidents.nothingDone') },
      ]}
    />
  );
}

/** Which entry this one corrects, and which corrects it: both stay readable. */
function Links({ incident, all }: { incident: Incident; all: readonly Incident[] }) {
  const say = useSay();
  const numberOf = (id: string | null) => all.find((other) => other.id === id)?.number;
  const [corrects, corrected] = [numberOf(incident.correctsId), numberOf(incident.correctedById)];
  if (!corrects && !corrected) return null;
  return (
    <p className="cluster">
      {corrects && <a href={`#incident-${incident.correctsId}`}>{say('webConvening.incidents.corrects', { number: corrects })}</a>}
      {corrected && <a href={`#incident-${incident.correctedById}`}>{say('webConvening.incidents.corrected', { number: corrected })}</a>}
    </p>
  );
}

function Controls({ host, incident }: { host: Meeting['hostParty']; incident: Incident | null }) {
  const say = useSay();
  const said = incident?.localTimes.find(({ party }) => party.id === host.id);
  return (
    <>
      <Field type="date" name="civilDate" required label={say('webConvening.incidents.day')} defaultValue={useKept('civilDate', said?.civilDate)} />
      <Field type="time" name="time" required label={say('webConvening.incidents.time')} hint={say('webConvening.incidents.timeHint', { host: host.shortName })} defaultValue={useKept('time', said?.time)} />
      <Field name="place" required maxLength={300} label={say('webConvening.incidents.place')} defaultValue={useKept('place', incident?.place)} />
      <TextArea name="what" required rows={3} maxLength={2000} label={say('webConvening.incidents.what')} hint={say('webConvening.incidents.whatHint')} defaultValue={useKept('what', incident?.what)} />
      <TextArea name="done" rows={3} maxLength={2000} label={say('webConvening.incidents.done')} hint={say('webConvening.incidents.doneHint')} defaultValue={useKept('done', incident?.done)} />
    </>
  );
}

/** Writes an entry; of a correction, whole again, with what was written before in place. */
function Write({ meeting, pageKey, incident = null }: Log & { readonly incident?: Incident | null }) {
  const say = useSay();
  const sending = useSending();
  const name = incident ? `logIncident:${incident.id}` : 'logIncident';
  const taken = useTaken(name);
  return (
    <Disclosure key={taken} label={incident ? say('webConvening.incidents.correct', { number: incident.number }) : say('webConvening.incidents.write')} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="meetingId" value={meeting.id} />
        {incident && <input type="hidden" name="correctsId" value={incident.id} />}
        {meeting.convening.incidents.length === 0 && <p>{say('webConvening.incidents.lead')}</p>}
        <Controls host={meeting.hostParty} incident={incident} />
        <Button icon="check" busy={sending}>
          {say(incident ? 'webConvening.incidents.correctSend' : 'webConvening.incidents.send')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function Entry({ incident, meeting, pageKey, writes }: Log & { readonly incident: Incident; readonly writes: boolean }) {
  const say = useSay();
  const { id, number, notedAt, seat, correctedById } = incident;
  return (
    <li id={`incident-${id}`} className={`stack ${correctedById ? styles.superseded : ''}`}>
      <h3>{say('webConvening.incidents.entry', { number })}</h3>
      <Links incident={incident} all={meeting.convening.incidents} />
      <Told incident={incident} />
      <p className={styles.small}>
        {say('webConvening.incidents.notedAt')} <Moment at={notedAt} />
        {seat && (
          <>
            {' · '}
            <span dir="auto">{seat.office}</span>
          </>
        )}
      </p>
      {writes && !correctedById && <Write meeting={meeting} pageKey={pageKey} incident={incident} />}
    </li>
  );
}

/** The incident log of the session (Art. 6), for those who prepare it; nobody else is told that there is one. */
export function Incidents({ meeting, pageKey }: Log) {
  const say = useSay();
  const { incidents, safetySource, viewerMay } = meeting.convening;
  const writes = viewerMay.logIncident.allowed;
  if (incidents.length === 0 && !writes) return null;
  return (
    <section id="incidents" aria-labelledby="incidents-title" className="stack">
      <h2 id="incidents-title">{say('webConvening.incidents.title')}</h2>
      <p>{say(incidents.length > 0 ? 'webConvening.incidents.lead' : 'webConvening.incidents.none')}</p>
      {incidents.length > 0 && (
        <ol className={styles.incidents}>
          {incidents.map((incident) => (
            <Entry key={incident.id} incident={incident} meeting={meeting} pageKey={pageKey} writes={writes} />
          ))}
        </ol>
      )}
      {writes && <Write meeting={meeting} pageKey={pageKey} />}
      <Source source={safetySource} />
    </section>
  );
}
