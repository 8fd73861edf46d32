import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

interface GatherWeeklyProps {
  readonly token: string;
  /** `null`: the link is none of ours, or was sent to an address that has changed. */
  readonly rhythm: string | null;
  readonly done: boolean;
}

const chosen = '/my-data#reminders';

/** What « se désabonner » means here: reminders come once a week. The way back is the choice itself, on one's own page. */
export function GatherWeekly({ token, rhythm, done }: GatherWeeklyProps) {
  const say = useSay();
  if (rhythm === null) {
    return (
      <>
        <PageHeader title={say('webReminders.gather.title')} />
        <EmptyState icon="mail" title={say('webReminders.gather.gone')}>
          <p>{say('webReminders.gather.goneLead')}</p>
          <LinkButton to={chosen}>{say('webReminders.gather.choose')}</LinkButton>
        </EmptyState>
      </>
    );
  }
  const isWeekly = rhythm === 'WEEKLY';
  return (
    <>
      <PageHeader title={say(isWeekly ? 'webReminders.gather.done' : 'webReminders.gather.title')} lead={<p>{say(isWeekly ? 'webReminders.gather.doneLead' : 'webReminders.gather.lead')}</p>} />
      {isWeekly && done && (
        <Banner tone="good">
          <p role="status">{say('privacy.myData.rhythm.done')}</p>
        </Banner>
      )}
      <Card title={say('webReminders.gather.stays')}>
        <p>{say('webReminders.gather.legal')}</p>
      </Card>
      {isWeekly ? (
        <p>
          <LinkButton to={chosen}>{say('webReminders.gather.choose')}</LinkButton>
        </p>
      ) : (
        // A form of the browser's own: the address it is sent to is the one that mail providers click, not a page.
        <form method="post" action={`/unsubscribe/${token}`}>
          <input type="hidden" name="List-Unsubscribe" value="One-Click" />
          <input type="hidden" name="from" value="page" />
          <Button>{say('webReminders.gather.button')}</Button>
        </form>
      )}
    </>
  );
}
