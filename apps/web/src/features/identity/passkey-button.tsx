import { useSay } from '../../base/language.tsx';
import { useKey, useKeysHere, type KeyErrand } from '../../base/passkey.ts';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { Refusal } from '../../ui/refusal.tsx';

interface PasskeyButtonProps {
  readonly errand: KeyErrand;
  readonly label: string;
  readonly kind?: ButtonKind;
  /** What the page does once the key has answered. */
  readonly onDone: () => void;
}

/** Asks the device for a key. Nothing is shown where no key can be held: the code by mail stands beside it. */
export function PasskeyButton({ errand, label, kind = 'primary', onDone }: PasskeyButtonProps) {
  const say = useSay();
  const { busy, failed, run } = useKey();
  if (!useKeysHere()) return null;
  return (
    <>
      {failed && !failed.done && <Refusal sentence={failed.sentence ?? say('webIdentity.key.givenUp')} />}
      <Button type="button" kind={kind} icon="key" busy={busy} {...(busy ? {} : { onClick: () => void run(errand).then((done) => done && onDone()) })}>
        {label}
      </Button>
    </>
  );
}
