import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { DemoShown } from './demo.graphql.ts';
import { MoveClock } from './move-clock.tsx';

/** The clock on a page of its own. */
export function DemoClock({ demo, idempotencyKey }: { demo: DemoShown; idempotencyKey: string }) {
  const say = useSay();
  const { language } = useVoice();
  return (
    <>
      <PageHeader title={say('webDemo.clock.title')} eyebrow={dateInWords(language, demo.today, 'long')} lead={say('webDemo.clock.lead')} />
      <MoveClock today={demo.today} idempotencyKey={idempotencyKey} />
    </>
  );
}
