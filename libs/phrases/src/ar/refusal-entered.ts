import type { Sentences } from '../sentences.js';
import type { refusalEntered as french } from '../fr/refusal-entered.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalEntered: Sentences<typeof french> = {
  ENTERED_BY_COORDINATOR: 'الإدخال باسم شخص من اختصاص منسقية أحد الأطراف. توجهوا إلى منسقيتكم.',
  ENTERED_FOR_ONESELF: 'هذا إجراؤكم أنتم: قوموا به مباشرة من البطاقة أو من البرنامج.',
  ENTERED_FOR_NO_OFFICE: 'لم تكن لهذا الشخص يوم {day} الصفة التي يتطلبها هذا الإجراء. تحققوا من اليوم ومن الشخص.',
  SAID_IN_FUTURE: 'لم يحن بعد يوم {day}. اذكروا اليوم الذي قال فيه الشخص ذلك أو كتبه.',
  SAID_BEFORE: 'لم تكن البطاقة مقدمة بعد: لا يمكن أن يكون الجواب قبل {day}. تحققوا من اليوم.',
  ENTERED_PARTY_ANSWERS: 'حضرت منسقية {party} قبل أقل من {days, plural, zero {يوم} one {يوم} two {يومين} few {# أيام} many {# يوماً} other {# يوم}}: عليها هي أن تُدخل باسم أعضائها.',
  ENTERED_PROOF_REQUIRED: '{why, select, BOTH_SIDES {سبق لليد نفسها أن كتبت باسم طرف آخر} other {أنتم تُدخلون باسم طرف غير طرفكم}}: أرفقوا الورقة أو الرسالة أو صورتها.',
  ENTERED_NOT_YOURS: 'لا يعترض على هذا الإجراء إلا صاحب الكلمة أو منسقية طرفه.',
  ENTERED_ALREADY_CONTESTED: 'سبق الاعتراض على هذا الإجراء. لا شيء آخر مطلوب.',
  CONTEST_TOO_LATE: 'انتهى أجل الاعتراض يوم {day}. اكتبوا إلى منسقيتكم: يمكن للجنة دائماً أن تقرر.',
  MAIL_OUT_OF_REACH: 'ليس لهذا الشخص عنوان بريد إلكتروني هنا، أو ليس له مقعد اليوم. اختاروا من بين الأشخاص المقترحين.',
};
