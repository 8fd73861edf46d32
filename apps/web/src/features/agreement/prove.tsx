import { useSay } from '../../base/language.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { LinkButton } from '../../ui/button.tsx';

/** In the place of a grave act whose author has not proved who she is for a while: the way to a code, and back. */
export function Prove({ back }: { back: string }) {
  const say = useSay();
  return (
    <>
      <p>{say('webRules.proveLead')}</p>
      <LinkButton kind="primary" icon="lock" to={withWayBack('/confirm', back)}>
        {say('webRules.prove')}
      </LinkButton>
    </>
  );
}
