import type { Sentences } from '../sentences.js';
import type { deliberation as french } from '../fr/deliberation.js';

/** Unreviewed: to be read by a native speaker. */
export const deliberation: Sentences<typeof french> = {
  outcomeBecause: '{verdict}: {reasons}.',
  outcomeAlone: '{verdict}.',
  reasonAfter: '{before}؛ {reason}',
  meetingDue: '{frequency, select, ONCE_PER_CIVIL_YEAR {اجتماع واحد على الأقل في كل سنة ميلادية} other {اجتماع واحد على الأقل في كل سنتين ميلاديتين}}: يُعقد الاجتماع المقبل في {day} على أبعد تقدير.',
  due: {
    PLAN: 'مخطط العمل {year}',
    EVALUATION: 'تقييم أعمال سنة {year}',
    RENEWAL: 'الاتفاقية: التجديد أو التعديل أو الإنهاء قبل سنة {year}',
  },
  nextHostAny: 'لم تنعقد أي جلسة عادية بعد: يمكن لأي طرف أن يستضيف الأولى.',
  nextHostTurn: 'استضاف {last} آخر جلسة عادية: الدور الآن على {next}.',
};
