import { ActButton } from '../../base/may-button.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PaperCards } from './paper-cards.tsx';
import type { MinutesLine, MinutesListShown } from './minutes-list.graphql.ts';
import { MinutesStateMark } from './minutes-state.tsx';

/** Every PV: those that wait for this reader's signature carry the mark. */
export function MinutesList({ shown: { list, toWrite, papers, mayEnter }, pageKey }: { shown: MinutesListShown; pageKey: string }) {
  const say = useSay();
  const { language } = useVoice();
  return (
    <>
      <PageHeader title={say('webMinutes.list.title')} lead={say('webMinutes.list.lead')} />
      {toWrite.map(({ id, civilDate, place }) => (
        <Card
          key={id}
          eyebrow={<bdi>{place}</bdi>}
          title={say('webMinutes.list.toWrite', { day: dateInWords(language, civilDate) })}
          actions={<ActButton name={`draftMinutes:${id}`} label={say('webMinutes.list.write')} pageKey={pageKey} fields={{ meetingId: id }} icon="pen" />}
        />
      ))}
      {list.length === 0 && (
        <EmptyState icon="document" title={say('webMinutes.list.none')}>
          <p>{say('webMinutes.list.noneHint')}</p>
        </EmptyState>
      )}
      {list.map((minutes) => (
        <Line key={minutes.id} minutes={minutes} />
      ))}
      {(papers.length > 0 || (mayEnter && list.length === 0)) && <PaperCards papers={papers} mayEnter={mayEnter} />}
    </>
  );
}

function Line({ minutes: { id, number, state, executorySentence, rectifies, rectifiedBy, viewerMay, facts } }: { minutes: MinutesLine }) {
  const say = useSay();
  const { language } = useVoice();
  const day = facts.opened[0]?.civilDate;
  const awaited = viewerMay.sign.allowed || viewerMay.sign.refusal?.code === 'STEP_UP_REQUIRED';
  return (
    <Card
      mine={awaited}
      eyebrow={day && say(`webMinutes.meetingOf.${facts.kind}`, { day: dateInWords(language, day), place: facts.place })}
      title={number === null ? say('webMinutes.draftTitle') : say('webMinutes.title', { number })}
      status={<MinutesStateMark state={state} />}
      actions={
        <LinkButton kind={awaited ? 'primary' : 'secondary'} to={`/minutes/${id}`} icon={awaited ? 'pen' : 'document'}>
          {say(awaited ? 'webMinutes.list.sign' : 'webMinutes.list.read')}
        </LinkButton>
      }
    >
      <p>{executorySentence}</p>
      {rectifies && <p>{say('webObservations.rectify.rectifies')} <bdi>{rectifies.number}</bdi>.</p>}
      {rectifiedBy?.state === 'EXECUTORY' && <p>{say('webObservations.rectify.rectifiedBy')} <bdi>{rectifiedBy.number}</bdi>.</p>}
      <p>{say('webMinutes.decisions.count', { count: facts.decisions.length })}</p>
    </Card>
  );
}
