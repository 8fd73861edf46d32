import type { Sentences } from '../sentences.js';
import type { history as frenchHistory, paper as frenchPaper, past as frenchPast } from '../fr/joining.js';

export const paper: Sentences<typeof frenchPaper> = {
  standing: '{standing, select, NO_SCAN {منقول عن الورق، بلا نسخة ممسوحة: أرفقوها لكي يستطيع الطرف الآخر التأكيد.} ENTERED {منقول عن الورق، في انتظار تأكيد طرف آخر. لا يُحتسب في أي مكان بعد.} CONFIRMED {منقول، موقَّع على الورق. أكد طرف آخر أنه يحوز النسخة نفسها.} other {سُحب قبل أن يُحتسب.}}',
  executory: '{state, select, CONFIRMED {نافذ منذ {day}، تاريخ آخر توقيع يحمله الورق.} other {يحمل الورق جميع التوقيعات، وآخرها بتاريخ {day}.}}',
  notExecutory: 'لا يحمل الورق توقيع جميع الأطراف: قراراته غير نافذة.',
  publicly: 'منقول، موقَّع على الورق قبل Passerelle: نافذ منذ {date}.',
  entered: 'أدخله {person} ({party}) بتاريخ {day}.',
  confirmed: 'أكده {person} ({party}) بتاريخ {day}، بناءً على الملف «{file}»، البصمة {sha256}…',
};

export const past: Sentences<typeof frenchPast> = {
  head: {
    title: 'العنوان|المشروع|اسم المشروع',
    years: 'السنوات|السنة|الفترة|التاريخ',
    startsYear: 'البداية|سنة البداية|من',
    endsYear: 'النهاية|سنة النهاية|إلى',
    place: 'المكان|الشريك|المدينة',
    domain: 'المجال|المحور|الموضوع',
    description: 'الوصف|الملخص|المحتوى',
    amount: 'المبلغ|الميزانية|الكلفة',
    currency: 'العملة',
    source: 'المصدر|المرجع|الوثيقة',
  },
};

export const history: Sentences<typeof frenchHistory> = {
  title: { MINUTES: '{title}', PAPER_MINUTES: 'المحضر {title}', AGREEMENT: '{title}', PLAN: 'مخطط العمل {title}' },
  detail: {
    MINUTES: '{rectifies, select, NO {{count, plural, zero {لا قرار معتمدًا} one {قرار معتمد واحد} two {قراران معتمدان} few {# قرارات معتمدة} many {# قرارًا معتمدًا} other {# قرار معتمد}}} other {يصحح {rectifies}}}',
    PAPER_MINUTES: '{count, plural, zero {بلا قرارات} one {قرار واحد} two {قراران} few {# قرارات} many {# قرارًا} other {# قرار}}، موقَّع على الورق',
    AGREEMENT: 'تدخل حيز التنفيذ',
    PLAN: 'معتمد، {count, plural, zero {بلا إجراءات} one {إجراء واحد} two {إجراءان} few {# إجراءات} many {# إجراءً} other {# إجراء}}',
  },
  until: 'إلى غاية {year}',
  source: 'المصدر: {source}',
  import: '{count, plural, zero {لا مشاريع منقولة} one {مشروع واحد منقول} two {مشروعان منقولان} few {# مشاريع منقولة} many {# مشروعًا منقولًا} other {# مشروع منقول}}، بتاريخ {day}، بواسطة {person} ({party}){named, select, YES {، من الملف «{file}»} other {}}.',
  takenUpSheet: 'منقولة: بطاقة من مخطط {year} المعتمد على الورق بالمحضر {number} المؤرخ في {day}. لم تُصادَق هنا من جديد.',
  takeUpWaits: 'مقترحة لمخطط {year} المنقول عن المحضر {number} المؤرخ في {day}: يمكن لكل طرف قراءتها. ويبقى أن يؤكدها تنسيق طرف آخر.',
  takeUpProposal: 'اقترحه {person} ({party}) بتاريخ {takenOn}، بناءً على القرار «{title}» من المحضر {number} المؤرخ في {day}. لا يُعتمد شيء ما لم يؤكده تنسيق طرف آخر.',
  takenUpPlan: 'منقول: اعتُمد على الورق بالمحضر {number} المؤرخ في {day}. اقترحه {person} ({party}) بتاريخ {takenOn}، وأكده {confirmer} ({confirmedFor}) بتاريخ {confirmedOn}؛ ولم تُصادَق بطاقاته من جديد.',
};
