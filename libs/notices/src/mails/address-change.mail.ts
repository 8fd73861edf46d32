import { say } from '#phrases';
import type { Compose, Composition, Mail } from './mail.js';

/** As long as the mail itself says: an older code changes nothing. */
const validFor = 10 * 60_000;

/** To the new address: the code that proves it; no link, it is typed where it was asked. */
export const writeAddressCode = ({ reader: { language }, tools }: Composition): Mail => ({
  subject: say(language, 'privacy.addressCode.subject'),
  draft: {
    preheader: say(language, 'privacy.addressCode.heading'),
    blocks: [
      { kind: 'heading', text: [say(language, 'privacy.addressCode.heading')] },
      { kind: 'code', code: tools.code() },
      { kind: 'paragraph', text: [say(language, 'privacy.addressCode.body')] },
    ],
  },
});

/** To the old address: what happened, and whom to tell if it was somebody else's doing. */
export const writeAddressChanged = ({ reader: { language }, tools }: Composition): Mail => ({
  subject: say(language, 'privacy.addressChanged.subject'),
  draft: {
    preheader: say(language, 'privacy.addressChanged.heading'),
    blocks: [
      { kind: 'heading', text: [say(language, 'privacy.addressChanged.heading')] },
      { kind: 'paragraph', text: [say(language, 'privacy.addressChanged.body')] },
      { kind: 'paragraph', text: [say(language, 'privacy.addressChanged.otherwise')] },
    ],
    button: { label: say(language, 'privacy.addressChanged.button'), url: tools.url('/my-data') },
  },
});

export const addressCodeMail: Compose = async (_tx, composition) => {
  const age = composition.tools.machineNow.getTime() - composition.line.plannedAt.getTime();
  return age < validFor ? writeAddressCode(composition) : null;
};

export const addressChangedMail: Compose = async (_tx, composition) => writeAddressChanged(composition);
