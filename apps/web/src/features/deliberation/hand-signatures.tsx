import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import type { MinutesShown } from './minutes.graphql.ts';
import { handPath } from './hand-signature.graphql.ts';

/** On the PV's own page: the papers that wait, for whoever may answer and for whoever waits; the way to sign on paper. */
export function HandSignatures({ minutes: { id, handSignatures, mayBringHandSignature } }: { minutes: MinutesShown }) {
  const say = useSay();
  const waiting = handSignatures.filter(({ awaited }) => awaited);
  return (
    <div className="cluster" data-screen-only="">
      {waiting.map((hand) => (
        <LinkButton key={hand.id} kind={hand.viewerMay.answer.allowed ? 'primary' : 'secondary'} icon={hand.viewerMay.answer.allowed ? 'check' : 'document'} to={handPath(id)}>
          {say(hand.viewerMay.answer.allowed ? 'webHand.check' : 'webHand.look', { party: hand.party.shortName })}
        </LinkButton>
      ))}
      {mayBringHandSignature.allowed && (
        <LinkButton kind="quiet" to={`${handPath(id)}/new`}>
          {say('webHand.bring')}
        </LinkButton>
      )}
    </div>
  );
}
