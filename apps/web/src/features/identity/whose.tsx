import { ActForm, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button } from '../../ui/button.tsx';
import { signOutPath } from './sign-out.graphql.ts';
import type { ViewerShown } from './viewer.graphql.ts';
import styles from './whose.module.css';

/** Whose page this is, and the way out. */
export function Whose({ viewer, idempotencyKey, nameless }: { viewer: ViewerShown; idempotencyKey: string; nameless: boolean }) {
  const say = useSay();
  const sending = useSending();
  return (
    <div className={styles.whose}>
      <p className={styles.reader}>
        {viewer.partnership && <bdi className={styles.partnership}>{viewer.partnership}</bdi>}
        {!(nameless && viewer.office) && <bdi>{viewer.name}</bdi>}
        {viewer.office && <bdi>{viewer.office}</bdi>}
      </p>
      <ActForm idempotencyKey={idempotencyKey} action={signOutPath} name="signOut">
        <Button kind="quiet" busy={sending}>
          {say('webIdentity.signOut')}
        </Button>
      </ActForm>
    </div>
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
