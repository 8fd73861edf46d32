import type { Sentences } from '../sentences.js';
import type { minutes as french } from '../fr/minutes.js';

/** Unreviewed: to be read by a native speaker. */
export const minutes: Sentences<typeof french> = {
  consent: 'أوقع المحضر {number}، النسخة {version}، باسم {party}، في {place}. تمكنت من قراءة نصه كاملاً؛ ويسري توقيعي على البصمة {contentHash}.',
  heading: {
    discussions: 'المناقشات',
    reservations: 'التحفظات والتصريحات',
    nextMeeting: 'الاجتماع المقبل',
    rectification: 'تصحيح',
  },
  quorumRule: {
    EVERY_CO_PRESIDENT: 'يجب حضور كل رئيس(ة) مشارك(ة) أو من ينوب عنه كتابة.',
    EVERY_PARTY: 'يجب حضور عضو مصوت واحد على الأقل من كل طرف.',
    NONE: 'لا يُشترط أي نصاب: لم يُنصَّ عليه.',
  },
  byHands: 'برفع الأيدي: عاينته منسقية {noted} وأكدته منسقية {confirmed}.',
  handsContested: 'اعتراض من {name} على الصوت المدوَّن لمقعده: {reason}',
  partnershipSetting: 'إعداد خاص بالشراكة (النص لا ينص على ذلك)',
  nextWhenUnsaid: 'يحدد التاريخ باتفاق بين الطرفين.',
  standing: {
    draft: 'مشروع: لم يُحصر هذا النص ولا يمكن توقيعه.',
    review: 'قيد المراجعة: لم يُحصر هذا النص بعد.',
    awaiting: 'غير قابل للتنفيذ: ينقصه توقيع {names}.',
    awaitingYours: 'غير قابل للتنفيذ: لا ينقصه إلا توقيعكم.',
    executory: 'قابل للتنفيذ منذ {date}، تاريخ آخر توقيع.',
  },
  rectifies: 'يصحح هذا المحضر المحضر {number} القابل للتنفيذ، الذي يبقى مقروءاً كما وُقّع. السبب: {reason}',
  speaker: {
    unread: 'صيغة لم يراجعها ناطق باللغة.',
    read: 'راجعها ناطق باللغة: {office}.',
    behind: 'عُدّل النص المعتمد منذ ذلك الحين.',
  },
  contentChanged: 'تم تعديل النص.',
};
