import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { signOutPath } from './sign-out.graphql.ts';
import type { ViewerShown } from './viewer.graphql.ts';
import styles from './whose.module.css';

/** For who sits in several partnerships: the one shown, and behind it the others. Plain links: the choice is kept by the device. */
function SwitchPartnership({ viewer: { partnership, partnerships } }: { viewer: ViewerShown }) {
  const say = useSay();
  return (
    <details className={styles.switch}>
      <summary className={styles.partnership}>
        <bdi>{partnership}</bdi>
        <span className="unseen"> : {say('webPartnership.switch')}</span>
        <Icon name="arrow" />
      </summary>
      <nav aria-label={say('webPartnership.switch')}>
        <ul className={styles.partnerships}>
          {partnerships.map(({ id, name, shown }) => (
            <li key={id}>
              <Link to={`/?partnership=${id}`} reloadDocument aria-current={shown ? 'true' : undefined}>
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </details>
  );
}

interface WhoseProps {
  readonly viewer: ViewerShown;
  readonly idempotencyKey: string;
  readonly nameless: boolean;
  /** Asked before the way out is taken; it may hold the form back. */
  readonly leaving: (event: FormEvent) => void;
}

/** Whose page this is, and the way out. */
export function Whose({ viewer, idempotencyKey, nameless, leaving }: WhoseProps) {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      {viewer.partnerships.length > 0 && <SwitchPartnership viewer={viewer} />}
      <div className={styles.whose} onSubmitCapture={leaving}>
        <p className={styles.reader}>
          {viewer.partnership && viewer.partnerships.length === 0 && <bdi className={styles.partnership}>{viewer.partnership}</bdi>}
          {!(nameless && viewer.office) && <bdi>{viewer.name}</bdi>}
          {viewer.office && <bdi>{viewer.office}</bdi>}
        </p>
        <ActForm idempotencyKey={idempotencyKey} action={signOutPath} name="signOut">
          <Button kind="quiet" busy={sending}>
            {say('webIdentity.signOut')}
          </Button>
        </ActForm>
      </div>
    </>
  );
}

/** At the foot of every page: whom to ask. */
export function Coordination({ office }: { office: string }) {
  const say = useSay();
  return (
    <p>
      {say('webIdentity.help')} <bdi>{office}</bdi>
    </p>
  );
}
