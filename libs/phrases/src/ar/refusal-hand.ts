import type { Sentences } from '../sentences.js';
import type { refusalHand as french } from '../fr/refusal-hand.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalHand: Sentences<typeof french> = {
  HAND_WAITS: 'نسخة موقّعة باسم {party} تنتظر التأكيد. انتظروا جواب الطرف الآخر، أو استرجعوا هذا الإيداع.',
  HAND_SIGNED_BEFORE: '{signedOn} سابق لليوم الذي أصبح فيه هذا المحضر نهائياً ({finalOn}): لم يكن ممكناً توقيعه. تحققوا من اليوم المكتوب على الورق.',
  HAND_DATE_AHEAD: 'لم يحلّ {day} بعد. اذكروا اليوم المكتوب على الورق.',
  HAND_NOBODY_THEN: 'لم يكن أحد يتولى رئاسة {party} بتاريخ {day}. تحققوا من اليوم المكتوب على الورق، أو من تواريخ الولاية في صفحة «الأشخاص».',
  HAND_SCAN_EXPECTED: '«{name}» ليس نسخة ممسوحة. أودعوا ملف PDF أو PNG أو JPEG.',
  HAND_VERSION_REPLACED: 'المحضر الموقّع هو النسخة {version} التي استُبدلت منذ ذلك الحين. اطلبوا توقيع النسخة الجديدة.',
  HAND_STATE_FORBIDS: '{state, select, CONFIRMED {هذا التوقيع على الورق مؤكد من قبل: لا شيء يُعاد.} DECLINED {لم تُقبل هذه النسخة. يمكن إيداع نسخة أخرى.} WITHDRAWN {استُرجع هذا الإيداع. يمكن إيداع نسخة أخرى.} other {لا يزال هذا التوقيع على الورق ينتظر التأكيد.}}',
  HAND_BY_OTHER: 'على شخص من طرف آخر، لم يودع هذا الورق ولم يوقّعه، أن يقول هل يرى فيه التوقيع.',
  HAND_BY_ITS_SIDE: 'تنسيقية الطرف الذي أودع هذه النسخة وحدها تستطيع استرجاعها.',
  HAND_CHANGED: 'لم تعد البصمة أو النسخة الممسوحة هي التي قرأتموها: لم يُحتسب شيء. أعيدوا قراءة الصفحة ثم أجيبوا.',
};
