import type { refusalPrivacy as french } from '../fr/refusal-privacy.js';
import type { Sentences } from '../sentences.js';

/** Unreviewed: no speaker has read these sentences yet. */
export const refusalPrivacy: Sentences<typeof french> = {
  LANGUAGE_UNKNOWN: 'هذه اللغة غير متاحة: {language}.',
  ERASE_WORD_MISSING: 'لم يُمح شيء: اكتبوا كلمة EFFACER للتأكيد.',
  ERASE_OFFICE_HELD: 'ما زلتم تشغلون وظيفة: «{office}». اطلبوا من منسقكم إنهاءها ثم عودوا: وظيفة بلا شخص يُتصل به تعطل الآخرين.',
  ERASE_LAST_ADMIN: 'أنتم الشخص الوحيد الذي يدير هذه الخدمة. عيّنوا غيركم (راجعوا قسمكم المعلوماتي) ثم عودوا.',
  ERASE_INVITATION_OPEN: 'ما زالت دعوة تنتظر جوابكم. اطلبوا ممن دعاكم سحبها ثم عودوا.',
};
