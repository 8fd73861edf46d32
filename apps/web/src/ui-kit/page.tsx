import { Banner } from '../ui/banner.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Frame } from '../ui/frame.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Status } from '../ui/status.tsx';
import { Cards } from './cards.tsx';
import { Forms } from './forms.tsx';
import styles from './page.module.css';
import { Readings } from './readings.tsx';
import type { Samples } from './samples.ts';

export interface KitProps {
  readonly texts: Samples;
  /** Idempotency key of the form. */
  readonly idempotencyKey: string;
  /** What GraphQL calls its root: proof that it answers in process. */
  readonly api: string;
  /** What was sent by the form, after its redirect. */
  readonly done: string | null;
}

/** Every component, in the page's language. */
export function UiKit({ texts, api, done, idempotencyKey }: KitProps) {
  const { places, buttons, statuses } = texts;
  return (
    <Frame
      above={<Banner tone="attention">{texts.demo}</Banner>}
      whose={<bdi>{texts.whose}</bdi>}
      places={[
        { to: '/ui-kit', icon: 'pen', label: places.turn, count: 2 },
        { to: '/plan', icon: 'board', label: places.plan },
        { to: '/meetings', icon: 'people', label: places.meetings },
        { to: '/minutes', icon: 'document', label: places.minutes },
      ]}
    >
      <PageHeader title={texts.title} count={2} eyebrow={`GraphQL · ${api}`} lead={texts.lead} />
      <section className="stack">
        <h2>{buttons.heading}</h2>
        <div className="cluster">
          <Button icon="pen">{buttons.sign}</Button>
          <LinkButton to="/ui-kit" icon="document">
            {buttons.read}
          </LinkButton>
          <Button kind="danger">{buttons.cancel}</Button>
          <Button kind="quiet">{buttons.later}</Button>
        </div>
        <h2>{statuses.heading}</h2>
        <div className="cluster">
          <Status tone="done">{statuses.done}</Status>
          <Status tone="stopped">{statuses.stopped}</Status>
          <Status tone="waiting">{statuses.waiting}</Status>
          <Status tone="underway">{statuses.underway}</Status>
          <Status tone="still">{statuses.still}</Status>
        </div>
      </section>
      <div className={styles.columns}>
        <Cards texts={texts} />
        <Readings texts={texts} />
      </div>
      <Forms texts={texts.form} idempotencyKey={idempotencyKey} done={done} />
    </Frame>
  );
}
