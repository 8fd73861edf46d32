import type { Sentences } from '../sentences.js';
import type { actions as french } from '../fr/actions.js';

/** Unreviewed: to be read by a native speaker. */
export const actions: Sentences<typeof french> = {
  state: {
    PLANNED: 'مبرمج',
    STARTED: 'انطلق',
    ON_TRACK: 'يسير كما يجب',
    AT_RISK: 'معرض للخطر',
    BLOCKED: 'متعثر',
    COMPLETED: 'مكتمل',
    REPORTED: 'مدرج في التقرير',
    EVALUATED: 'مقيَّم',
    CANCELLED: 'ملغى',
    RESCHEDULED: 'مؤجل إلى سنة أخرى',
  },
  executory: 'القرار قابل للتنفيذ منذ {day}.',
  notExecutory: 'لا يمكن للعمل أن ينطلق بعد: {origin, select, PLAN {يصبح البرنامج الذي يتضمنه} other {يصبح القرار الذي ينفذه}} قابلاً للتنفيذ عند آخر توقيع على المحضر.',
  early: 'انطلق قبل قابلية التنفيذ: {reason}',
  late: { milestone: 'المرحلة «{label}» كانت منتظرة في {day}', end: 'كانت النهاية منتظرة في {day}' },
  history: {
    OPENED: 'فُتحت متابعة بعد القرار',
    OWNER: '{party}: المسؤول عن العمل هو {office}',
    MILESTONE: 'حُددت مرحلة ليوم {day}',
    MILESTONE_DONE: 'بُلغت المرحلة «{label}» في {day}',
    MILESTONE_DROPPED: 'صُرف النظر عن المرحلة «{label}»',
    STARTED: '{early, select, YES {انطلق قبل قابلية التنفيذ، في {day}} other {انطلق في {day}}}',
    REPORT: 'نقطة تقدم{state, select, ON_TRACK {: يسير كما يجب} AT_RISK {: معرض للخطر} other {}}{percent, select, NONE {} other {، {percent} %}}',
    BLOCKER: 'تعثر منذ {day}، رفعه على عاتق {party, select, NONE {جهة أخرى} other {{party}}}',
    BLOCKER_LIFTED: 'رُفع التعثر في {day}: {what}',
    COMPLETED: 'اكتمل في {day}',
    MOVED: 'نُقلت النهاية إلى {day}',
    RESCHEDULED: 'أُجّل إلى {day} بقرار من اللجنة',
    CANCELLED: 'أُلغي بقرار من اللجنة',
  },
};
