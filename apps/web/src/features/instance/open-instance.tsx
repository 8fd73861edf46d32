import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './instance.module.css';

/** Typed in a terminal: the same in every language. */
const command = 'node bin/passerelle.mjs init';

export const openInstancePath = '/open-instance';

/** From the demonstration's first page to the town's own installation. */
export function OpenInstanceLink() {
  const say = useSay();
  return (
    <Card
      title={say('instance.open.title')}
      actions={
        <LinkButton to={openInstancePath} icon="arrow">
          {say('instance.open.link')}
        </LinkButton>
      }
    >
      <p>{say('instance.open.linkLead')}</p>
    </Card>
  );
}

/** What to have at hand, the one command, what comes after. Nothing is made from a page of a demonstration. */
export function OpenInstance() {
  const say = useSay();
  const hand = (['server', 'address', 'relay', 'person', 'notice'] as const).map((part) => say(`instance.open.hand.${part}`));
  const after = (['proxy', 'start', 'partnership', 'check'] as const).map((part) => say(`instance.open.after.${part}`));
  return (
    <>
      <PageHeader title={say('instance.open.title')} lead={say('instance.open.lead')} />
      <Card title={say('instance.open.hand.title')}>
        <Lines lines={hand} />
      </Card>
      <Card title={say('instance.open.command.title')}>
        <p>{say('instance.open.command.lead')}</p>
        <pre className={styles.command} dir="ltr">
          <code>{command}</code>
        </pre>
        <p>{say('instance.open.command.asks')}</p>
      </Card>
      <Card title={say('instance.open.after.title')}>
        <Lines lines={after} />
      </Card>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
