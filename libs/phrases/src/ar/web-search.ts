import type { Sentences } from '../sentences.js';
import type { webSearch as french } from '../fr/web-search.js';

/** Unreviewed: to be read by a native speaker. */
export const webSearch: Sentences<typeof french> = {
  place: 'بحث',
  title: 'بحث',
  lead: 'في البطاقات والأعمال والقرارات والاجتماعات والمحاضر والمواد والمحاور والقواعد التي تمكنكم قراءتها.',
  publicLead: 'في القرارات النافذة المتاحة للعموم دون دخول.',
  label: 'كلمات البحث',
  hint: 'كلمات أو أوائلها؛ لا أثر للتشكيل ولا لصور الألف والياء.',
  go: 'بحث',
  found: '{count, plural, zero {لا نتيجة} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}} عن «{text}»',
  many: 'أكثر من 1000 نتيجة عن «{text}»: أضيفوا كلمة.',
  more: 'عرض البقية',
  fromStart: 'العودة إلى البداية',
  none: 'لا شيء يتضمن «{text}»',
  tryFewer: 'جرّبوا كلمات أقل أو بداية كلمة واحدة: «تكو» تجد «تكوين».',
  tryOther: 'جرّبوا اللغة الأخرى: لا يُبحث في النص إلا باللغة التي كُتب بها.',
  tryHidden: 'لا يجد المسودة إلا الطرف الذي يكتبها.',
  trySignIn: 'أما الباقي فيُبحث فيه بعد الدخول.',
  askTitle: 'عمّ تبحثون؟',
  askHint: 'عنوان أو مكان أو مادة أو رقم محضر: «ماء»، «تيزنيت»، «PV-2027-1».',
  nothing: 'اكتبوا كلمة أو رقماً على الأقل.',
  untitled: 'بلا عنوان',
  draftMinutes: 'محضر قيد الإعداد',
  kind: {
    projectSheet: 'البطاقات التقنية',
    followedAction: 'الأعمال',
    decision: 'القرارات',
    meeting: 'الاجتماعات',
    minutes: 'المحاضر',
    article: 'مواد الاتفاقية',
    axis: 'المحاور',
    actionLead: 'مقترحات العمل',
    rule: 'القواعد',
    pastProject: 'مشاريع سابقة',
  },
};
