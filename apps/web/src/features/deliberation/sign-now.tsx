import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import type { MinutesShown } from './minutes.graphql.ts';

/** Proving who signs comes on the next page: it is no reason to hide the button. */
export const mayStartSigning = ({ viewerMay: { sign } }: { readonly viewerMay: Pick<MinutesShown['viewerMay'], 'sign'> }): boolean => sign.allowed || sign.refusal?.code === 'STEP_UP_REQUIRED';

/** « Signer le PV » for whose signature is awaited, on top and again after the text; there, for others, why it is not theirs. */
export function SignNow({ minutes, last = false }: { minutes: MinutesShown; last?: boolean }) {
  const say = useSay();
  const { id, missing, viewerMay } = minutes;
  if (mayStartSigning(minutes)) {
    return (
      <p data-screen-only="">
        <LinkButton kind="primary" icon="pen" to={`/minutes/${id}/sign`}>
          {say('webMinutes.sign.button')}
        </LinkButton>
      </p>
    );
  }
  const { refusal } = viewerMay.sign;
  if (!last || missing.length === 0 || !refusal) return null;
  return <WhyNot label={say('webMinutes.sign.button')} sentence={refusal.sentence} source={refusal.source} />;
}
