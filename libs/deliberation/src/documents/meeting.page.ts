import type { MinutesDocument, MinutesMember, Said } from './minutes.facts.js';
import type { Block, RosterColumn, Section } from './page.js';
import type { Printed, Speaker } from './speaker.js';

const modes = { IN_PERSON: 'inPerson', HYBRID: 'hybrid', REMOTE: 'remote' } as const;
const presences = { PRESENT: 'present', REMOTE: 'presentRemotely', EXCUSED: 'excused', ABSENT: 'absent', NO_ANSWER: 'noAnswer' } as const;
/** Who is printed under which heading: the committee, its coordination, then everybody else who was there, secretary to observer. */
const groups = [
  { label: 'coPresidents', has: ['CO_PRESIDENT'] },
  { label: 'elected', has: ['ELECTED'] },
  { label: 'technicians', has: ['TECHNICIAN'] },
  { label: 'coordinators', has: ['COORDINATOR'] },
  { label: 'besides', has: ['SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'] },
] as const satisfies readonly { label: string; has: readonly MinutesMember['category'][] }[];

/** Where, when, by whom convoked, who presided. */
export function meetingSection(minutes: Pick<MinutesDocument, 'meeting' | 'parties' | 'partnership' | 'agreement'>, speaker: Speaker): Section {
  const { meeting } = minutes;
  const host = minutes.parties.find(({ id }) => id === meeting.hostPartyId);
  const place = host
    ? speaker.phrase('placeOfHost', { place: speaker.words(meeting.place), host: speaker.words(host.name), country: speaker.words(host.country) })
    : speaker.text(meeting.place);
  const names = (people: readonly Said[]) => speaker.list(people.map((person) => speaker.words(person)));
  const rows: [string, readonly (Printed | null)[]][] = [
    [speaker.phrase('partnership'), [speaker.text(minutes.partnership)]],
    [speaker.phrase('agreement'), [speaker.text(minutes.agreement)]],
    [speaker.phrase('place'), [place]],
    [speaker.phrase('mode'), [speaker.phrase(modes[meeting.mode])]],
    [speaker.phrase('opened'), [speaker.moments(meeting.opened) || null]],
    [speaker.phrase('closed'), [speaker.moments(meeting.closed) || null]],
    [speaker.phrase('convoked'), [meeting.convokedOn && speaker.phrase('convokedOn', { date: speaker.date(meeting.convokedOn) })]],
    [speaker.phrase('presidents'), [names(meeting.presidents) || null]],
    [speaker.phrase('secretary'), [meeting.secretary && speaker.text(meeting.secretary)]],
  ];
  const told = rows.map(([label, values]) => ({ label, values: values.filter((value) => value !== null) })).filter(({ values }) => values.length > 0);
  return { title: speaker.phrase('meeting'), blocks: [{ kind: 'facts', rows: told }] };
}

/** Members by party and category, guests, quorum. */
export function attendanceSection(minutes: MinutesDocument, speaker: Speaker): Section {
  const blocks: Block[] = [{ kind: 'roster', columns: minutes.parties.map((party) => roster(minutes, party, speaker)) }];
  if (minutes.guests.length > 0) {
    const guests = minutes.guests.map(({ name, capacity }) => (capacity ? speaker.commas([speaker.words(name), speaker.words(capacity)]) : speaker.words(name)));
    blocks.push({ kind: 'facts', rows: [{ label: speaker.phrase('guests'), values: [speaker.list(guests)] }] });
  }
  const { reached, rule, source } = minutes.quorum;
  const outcome = reached === null ? [] : [speaker.phrase(reached ? 'quorumReached' : 'quorumMissed')];
  const values = [...outcome, speaker.text(rule), speaker.phrase('source', { reference: speaker.reference(source) })];
  blocks.push({ kind: 'facts', rows: [{ label: speaker.phrase('quorum'), values: source.quote ? [...values, speaker.quote(source.quote)] : values }] });
  return { title: speaker.phrase('attendance'), blocks };
}

function roster(minutes: MinutesDocument, party: MinutesDocument['parties'][number], speaker: Speaker): RosterColumn {
  const printed = groups.map(({ label, has }) => ({
    label: speaker.phrase(label),
    lines: minutes.members
      .filter((member) => member.partyId === party.id && has.some((category) => category === member.category))
      .map((member) => ({ name: speaker.text(member.name), office: member.office && speaker.text(member.office), note: presenceOf(member, speaker) })),
  }));
  return { title: speaker.text(party.name), nobody: speaker.phrase('nobody'), groups: printed.filter(({ lines }) => lines.length > 0) };
}

function presenceOf(member: MinutesMember, speaker: Speaker): string {
  const said = [speaker.phrase(presences[member.presence])];
  if (member.representedBy) said.push(speaker.phrase('represented', { name: speaker.words(member.representedBy) }));
  if (!member.votes) said.push(speaker.phrase('noVote'));
  for (const { kind, item, time } of member.movements ?? []) said.push(speaker.phrase(kind === 'LEFT' ? 'leftAt' : 'arrivedAt', { time, item: item ?? 0 }));
  return speaker.commas(said);
}
