import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate, dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import type { WhyTold } from './why-told.graphql.ts';

interface WhyToldPageProps {
  readonly why: WhyTold | null;
  readonly pageKey: string;
  readonly done: string | null;
}

/** « Pourquoi ai-je reçu ceci ? »: the message, the office, the rule, when it stops; and silence until a day, for whom it concerns. */
export function WhyToldPage({ why, pageKey, done }: WhyToldPageProps) {
  const say = useSay();
  if (!why) {
    return (
      <>
        <PageHeader title={say('webReminders.why.title')} />
        <EmptyState icon="mail" title={say('webReminders.why.notYours')}>
          <p>{say('webReminders.why.notYoursLead')}</p>
        </EmptyState>
      </>
    );
  }
  const { line, owed, source, href, silenceUntil } = why;
  return (
    <>
      <PageHeader
        title={say('webReminders.why.title')}
        status={<Status tone={owed ? 'waiting' : 'done'}>{say(owed ? 'webReminders.why.owed' : 'webReminders.why.settled')}</Status>}
        actions={<LinkButton to={href} kind={owed ? 'primary' : 'secondary'}>{say('webReminders.why.open')}</LinkButton>}
      />
      {done === 'silence' && (
        <Banner tone="good">
          <p role="status">{say('webReminders.silence.done')}</p>
        </Banner>
      )}
      <Facts facts={factsOf(why, say)} />
      {source && (
        <>
          <h2>{say('webReminders.why.rule')}</h2>
          <Source source={source} />
        </>
      )}
      {owed && silenceUntil && <Silence reminderId={line.id} last={silenceUntil} pageKey={pageKey} />}
      {owed && !silenceUntil && <p>{say('webReminders.silence.never')}</p>}
    </>
  );
}

function factsOf({ line: { matter, row, state, day, silencedUntil }, office, stops }: WhyTold, say: ReturnType<typeof useSay>) {
  return [
    { name: say('webReminders.why.message'), value: matter },
    { name: say(`webReminders.line.${state}`), value: <CivilDate on={day} /> },
    ...(office ? [{ name: say('webReminders.why.office'), value: office }] : []),
    ...(row ? [{ name: say('webReminders.why.row'), value: row === 'AGAIN' ? say('webReminders.again') : <bdi dir="ltr">{row}</bdi> }] : []),
    { name: say('webReminders.why.stops'), value: stops },
    ...(silencedUntil ? [{ name: say('webReminders.silenced'), value: <CivilDate on={silencedUntil} /> }] : []),
  ];
}

function Silence({ reminderId, last, pageKey }: { reminderId: string; last: string; pageKey: string }) {
  const say = useSay();
  const { language } = useVoice();
  const sending = useSending();
  return (
    <Disclosure label={say('webReminders.silence.open')} form="silenceReminders">
      <ActForm name="silenceReminders" idempotencyKey={keyOf(pageKey, 'silenceReminders')}>
        <input type="hidden" name="reminderId" value={reminderId} />
        <Until hint={say('webReminders.silence.hint', { day: dateInWords(language, last) })} last={last} />
        <Button kind="secondary" busy={sending}>
          {say('webReminders.silence.act')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function Until({ hint, last }: { hint: string; last: string }) {
  const say = useSay();
  return <Field label={say('webReminders.silence.until')} hint={hint} name="until" type="date" max={last} required defaultValue={useKept('until')} />;
}
