import type { ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { LinkButton } from '../../ui/button.tsx';

interface ProveFirstProps {
  /** The last proof is too old for an act that binds. */
  readonly unproved: boolean;
  /** Where the act is done, to come back to. */
  readonly back: string;
  /** The form, once it is proved who is there. */
  readonly children: ReactNode;
}

/** An act that binds somebody else's mandate or access: in its place, the way to prove who acts, and back. */
export function ProveFirst({ unproved, back, children }: ProveFirstProps) {
  const say = useSay();
  if (!unproved) return <>{children}</>;
  return (
    <>
      <p>{say('webParties.prove.lead')}</p>
      <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', back)}>
        {say('webParties.prove.first')}
      </LinkButton>
    </>
  );
}
