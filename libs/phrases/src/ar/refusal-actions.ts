import type { Sentences } from '../sentences.js';
import type { refusalActions as french } from '../fr/refusal-actions.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalActions: Sentences<typeof french> = {
  ACTION_NOT_EXECUTORY:
    'لا يمكن لهذا العمل أن ينطلق بعد: {origin, select, PLAN {برنامجه غير قابل للتنفيذ} other {القرار الذي ينفذه غير قابل للتنفيذ}}. اعملوا على توقيع المحضر من جميع الأطراف؛ ويمكن لإحدى المنسقيات الانطلاق قبل ذلك بتقديم سبب يبقى معروضاً.',
  ACTION_BY_COORDINATORS: 'هذا الإجراء من اختصاص منسقية: اتصلوا بمنسقيتكم.',
  ACTION_IS_OVER: 'هذا العمل {state, select, COMPLETED {مكتمل} CANCELLED {ملغى} RESCHEDULED {مؤجل إلى سنة أخرى} other {مغلق}}: انتهى تتبعه ويبقى مقروءاً.',
  ACTION_STARTED: 'انطلق هذا العمل من قبل: اكتبوا نقطة عن تقدمه.',
  ACTION_NOT_STARTED: 'لم ينطلق هذا العمل بعد: ابدؤوا بإطلاقه.',
  ACTION_STILL_BLOCKED: 'يوجد تعثر لم يُرفع: سجلوا يوم رفعه ثم أتموا العمل.',
  NOTHING_REPORTED: 'هذه النقطة لا تقول شيئاً: اختاروا حالة أو اكتبوا نسبة تقدم أو ملاحظة.',
  OWNER_NOT_SEATED: 'اختاروا مقعداً من طرفكم مشغولاً اليوم: كل طرف يعيّن المسؤول عن العمل لديه.',
  MILESTONE_UNKNOWN: 'هذه المرحلة بُلغت أو صُرف النظر عنها. أعيدوا تحميل الصفحة للاطلاع على حالة العمل.',
  BLOCKER_UNKNOWN: 'رُفع هذا التعثر من قبل. أعيدوا تحميل الصفحة للاطلاع على حالة العمل.',
  PERCENT_OUT_OF_RANGE: 'تُكتب نسبة التقدم من 0 إلى 100 دون فاصلة: {percent} غير ممكن.',
  DAY_AHEAD: 'هذا اليوم ({day}) لم يأت بعد: نحن في {today}. اكتبوا اليوم أو يوماً مضى.',
  ACTION_NEEDS_DECISION:
    'إلغاء عمل أو تأجيله إلى ما بعد سنته من اختصاص اللجنة: اختاروا قراراً قابلاً للتنفيذ غير الذي أنشأه. وإن لم يوجد فأدرجوه أولاً في جدول الأعمال.',
  DECISION_NOT_ADOPTED: 'لا تُفتح متابعة إلا لقرار اعتمدته اللجنة.',
};
