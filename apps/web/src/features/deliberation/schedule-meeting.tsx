import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { NextHost } from './meetings.graphql.ts';

interface ScheduleMeetingProps {
  readonly nextHost: NextHost;
  readonly where: Here;
  readonly pageKey: string;
}

function When() {
  const say = useSay();
  return (
    <>
      <Field type="date" name="civilDate" required label={say('webMeetings.schedule.date')} defaultValue={useKept('civilDate')} />
      <Field type="time" name="time" required label={say('webMeetings.schedule.time')} hint={say('webMeetings.schedule.timeHint')} defaultValue={useKept('time', '10:00')} />
      <Field name="place" required label={say('webMeetings.schedule.place')} hint={say('webMeetings.schedule.placeHint')} defaultValue={useKept('place')} />
    </>
  );
}

function Controls({ nextHost, where }: Omit<ScheduleMeetingProps, 'pageKey'>) {
  const say = useSay();
  return (
    <>
      <Select name="hostPartyId" required label={say('webMeetings.schedule.host')} hint={nextHost.sentence} defaultValue={useKept('hostPartyId', nextHost.party.id)}>
        {where.parties.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName}
          </option>
        ))}
      </Select>
      <TextArea name="turnReason" rows={2} label={say('webMeetings.schedule.turnReason')} hint={say('webMeetings.schedule.turnReasonHint')} defaultValue={useKept('turnReason')} />
      <When />
      <Select name="kind" required label={say('webMeetings.facts.kind')} defaultValue={useKept('kind', 'ORDINARY')}>
        {(['ORDINARY', 'EXTRAORDINARY'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {say(`webMeetings.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <Select name="mode" required label={say('webMeetings.schedule.mode')} defaultValue={useKept('mode', 'HYBRID')}>
        {(['IN_PERSON', 'HYBRID', 'REMOTE'] as const).map((mode) => (
          <option key={mode} value={mode}>
            {say(`webMeetings.mode.${mode}`)}
          </option>
        ))}
      </Select>
    </>
  );
}

/** Puts a meeting on the calendar; the host proposed is the one whose turn it is. */
export function ScheduleMeeting(props: ScheduleMeetingProps) {
  const say = useSay();
  const sending = useSending();
  const { where, pageKey } = props;
  return (
    <Disclosure label={say('webMeetings.schedule.open')} form="scheduleMeeting">
      <ActForm name="scheduleMeeting" idempotencyKey={keyOf(pageKey, 'scheduleMeeting')}>
        <input type="hidden" name="partnershipId" value={where.partnershipId} />
        <Controls {...props} />
        <Button icon="calendar" busy={sending}>
          {say('webMeetings.schedule.send')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}
