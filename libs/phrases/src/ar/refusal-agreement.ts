import type { Sentences } from '../sentences.js';
import type { refusalAgreement as french } from '../fr/refusal-agreement.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalAgreement: Sentences<typeof french> = {
  ACT_ID_UNREADABLE:
    '«{text}» ليس معرّف عقد إداري: صيغته إقليم-SIREN-تاريخ-رقم-طبيعة، مثل 092-219200789-20221215-2022121514-DE. انسخوه من صفحة أخرى إن كانت هذه تالفة.',
};
