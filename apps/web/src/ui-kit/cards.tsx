import { Foreign, useVoice } from '../base/language.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Tick } from '../ui/choice.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Status } from '../ui/status.tsx';
import type { Samples } from './samples.ts';

/** What waits, what is near, what is about to be done. */
export function Cards({ texts }: { texts: Samples }) {
  const { card, buttons, statuses, countdown, empty, confirm } = texts;
  const { language } = useVoice();
  return (
    <div className="stack">
      <Card
        mine
        eyebrow={card.eyebrow}
        title={card.title}
        status={<Status tone="waiting">{statuses.waiting}</Status>}
        actions={
          <>
            <LinkButton kind="primary" icon="pen" to="/ui-kit">
              {buttons.sign}
            </LinkButton>
            <LinkButton kind="quiet" to="/ui-kit">
              {buttons.read}
            </LinkButton>
          </>
        }
      >
        <p>{card.text}</p>
        <p>{card.minutes}</p>
        <Foreign language={language === 'ar' ? 'fr' : 'ar'}>{texts.foreign}</Foreign>
      </Card>
      <Countdown label={countdown.label} on="2026-12-31" days={39} workingDays={26} tone="done" word={countdown.word} />
      <Countdown label={countdown.label} on="2026-11-01" days={-3} tone="stopped" word={countdown.late} />
      <Confirm title={confirm.title} consequence={<p>{confirm.consequence}</p>} back={{ to: '/ui-kit', label: buttons.later }}>
        <Tick name="declare">{confirm.declare}</Tick>
        <Button icon="pen">{buttons.sign}</Button>
      </Confirm>
      <EmptyState title={empty.title}>
        <p>{empty.text}</p>
      </EmptyState>
    </div>
  );
}
