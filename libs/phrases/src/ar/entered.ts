import type { Sentences } from '../sentences.js';
import type { entered as french } from '../fr/entered.js';

/** Unreviewed: to be read by a native speaker. */
export const entered: Sentences<typeof french> = {
  plan: 'برنامج العمل {year}',
  title: {
    SUBMIT_SHEET: 'تقديم البطاقة «{title}»',
    CO_VALIDATE_SHEET: 'المصادقة المشتركة على البطاقة «{title}»',
    RETURN_SHEET: 'إرجاع البطاقة «{title}»',
    VALIDATE_PLAN: 'المصادقة على برنامج العمل {year}',
  },
  sentence: 'أُدخل باسم {person}{office, select, none {} other { ({office})}} من طرف {by} يوم {day}، استناداً إلى {channel, select, PAPER {رسالة} MAIL {رسالة إلكترونية} TELEPHONE {مكالمة هاتفية} other {لقاء مباشر}} بتاريخ {said}.',
  state: {
    WAITING: 'لم يطّلع عليه المعني(ة) بعد؛ يمكن الاعتراض إلى غاية {day}.',
    READ: 'اطّلع عليه المعني(ة)؛ يمكن الاعتراض إلى غاية {day}.',
    CONTESTED: 'مُعترَض عليه.',
    ELAPSED: 'لم يُعترض عليه إلى غاية {day}: انقضى الأجل.',
  },
  undone: {
    projectSheet: 'أعاد الاعتراض البطاقة إلى ما كانت عليه.',
    actionPlan: 'أسقط الاعتراض هذه المصادقة: أصبح البرنامج من جديد في انتظار المصادقة.',
  },
  recorded: 'تلا ذلك إجراء محصور أو معتمد: يبقى الاعتراض مسجلاً هنا، وتُخطر به المنسقيات، والقرار للجنة.',
  rule: {
    whose: 'تُدخل المنسقية باسم أشخاص طرفها. ولا تُدخل باسم الطرف الآخر إلا إذا لم تحضر أي منسقية منه منذ {silent} يوماً.',
    told: 'يُخطر المعني(ة) فوراً ويمكنه الاعتراض خلال {days} يوماً.',
    proof: 'باسم الطرف الآخر، أو إذا كانت اليد نفسها ستكتب باسم طرفين، يجب إرفاق الورقة.',
    never: 'لا يُدخل بهذه الطريقة تصويت ولا توقيع ولا فتح اقتراع أو إقفاله.',
  },
  mail: {
    subject: 'أُدخل باسمكم: {act}',
    heading: 'أُدخل إجراء باسمكم',
    body: '{act}. {sentence}',
    otherwise: 'إن كان هذا ما قلتموه، فلا شيء مطلوب منكم. وإلا فاعترضوا إلى غاية {day}: استمارة واحدة مع ذكر السبب.',
    button: 'الاطلاع على الإجراء أو الاعتراض عليه',
  },
  contestedMail: {
    subject: 'إجراء مُعترَض عليه: {act}',
    heading: 'اعتراض على إجراء أُدخل باسم شخص',
    body: '{person} ({party}): «{act}» ليس ما قيل. وكان الإجراء قد أُدخل من طرف {by}.',
    reason: 'السبب: {reason}',
    button: 'الاطلاع على الإجراء المُعترَض عليه',
  },
  sheetMail: {
    subject: 'بطاقة للقراءة والاستكمال: {title}',
    heading: 'أُرسلت إليكم بطاقة تقنية',
    body: 'يرسل إليكم {by} ({party}) البطاقة «{title}» مرفقةً في ملف Word.',
    how: 'اقرؤوها واستكملوها في Word أو على الورق، ثم أعيدوها إلى {address} بالبريد الإلكتروني أو بأي وسيلة أخرى. سيُدخل ما قلتموه باسمكم، وستتوصلون بإشعار بذلك.',
    button: 'فتح البطاقة على الإنترنت',
  },
  fileName: 'بطاقة {year}',
};
