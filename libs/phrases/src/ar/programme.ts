import type { Sentences } from '../sentences.js';
import type { programme as french } from '../fr/programme.js';

/** Unreviewed: to be read by a native speaker. */
export const programme: Sentences<typeof french> = {
  decision:
    'تصادق لجنة القيادة على برنامج العمل لسنة {year}{version, plural, =1 {} zero {} one {} two {، في نسخته #} few {، في نسخته #} many {، في نسخته #} other {، في نسخته #}}، كما حصرته منسقيات الأطراف (البصمة {hash}).',
  draftSheet: { peopleIndicator: 'الأشخاص المستفيدون' },
  column: { PROPOSED: 'مقترحة', EXAMINED: 'مدروسة', RETAINED: 'محتفظ بها', VALIDATED: 'مصادق عليها' },
  colour: {
    GREEN: 'برنامج سنة {year} قابل للتنفيذ: المحضر يحمل كل التوقيعات.',
    AMBER: 'برنامج سنة {year} معتمد؛ يصبح قابلاً للتنفيذ عند آخر توقيع على المحضر.',
    RED: 'لم تعتمد لجنة القيادة بعد برنامج سنة {year}.',
  },
  deadline:
    '{standing, select, LATE {انقضى أجل برنامج سنة {year}: كان آخر يوم صالح هو {lastDay}. يبقى الاعتماد ممكناً، وسيحمل عبارة «خارج الأجل».} BY {يجب أن تصادق لجنة القيادة على برنامج سنة {year} في أجل أقصاه {lastDay}{article, select, none {} other { ({article})}}.} other {يجب أن تصادق لجنة القيادة على برنامج سنة {year} قبل {day}{article, select, none {} other { ({article})}}: آخر يوم صالح هو {lastDay}.}}',
  plan: {
    onTime: 'داخل الأجل: برنامج سنة {year} {event, select, EXECUTORY {أصبح قابلاً للتنفيذ} other {اعتُمد}} قبل انقضاء الأجل.',
    late: 'خارج الأجل: برنامج سنة {year} {event, select, EXECUTORY {أصبح قابلاً للتنفيذ} other {اعتُمد}} بعد انقضاء الأجل. ويبقى صالحاً.',
  },
  coverage:
    'المحور {number}: {sheets, plural, =0 {لا بطاقة} zero {لا بطاقة} one {بطاقة واحدة} two {بطاقتان} few {# بطاقات} many {# بطاقة} other {# بطاقة}}، {leads, plural, =0 {لا مقترح عمل} zero {لا مقترح عمل} one {مقترح عمل واحد} two {مقترحا عمل} few {# مقترحات عمل} many {# مقترح عمل} other {# مقترح عمل}}.',
  missing: {
    context: 'السياق غير موصوف.',
    objectives: 'الأهداف غير مكتوبة.',
    indicators: 'لا يوجد مؤشر بعد.',
    methods: 'أحد المؤشرات بدون طريقة لجمع المعطيات.',
    responsibles: 'أحد المؤشرات بدون مسؤول(ة).',
    transversal: 'أحد المحاور الأفقية ينتظر الجواب.',
    startsOn: 'تاريخ البداية غير محدد.',
    endsOn: 'تاريخ النهاية غير محدد.',
    axis: 'لم يُختر أي محور، والعمل خارج المحاور غير مبرر.',
    budget: 'لا يوجد سطر في الميزانية بعد.',
  },
  blocker: {
    NO_PLAN: 'برنامج سنة {year} لم يُفتح بعد: على إحدى المنسقيات أن تفتحه.',
    PLAN_EMPTY: 'لا يتضمن برنامج سنة {year} أي عمل بعد.',
    SHEET_TO_FINISH: 'البطاقة «{title}» {state, select, RETURNED {أُعيدت إلى التحرير} other {قيد التحرير}}: يجب إتمامها وتقديمها.',
    SHEET_TO_CO_VALIDATE: 'البطاقة «{title}» تنتظر مصادقة {party}.',
    SHEET_TO_RETAIN: 'البطاقة «{title}» صادقت عليها الأطراف وليست بعد في البرنامج.',
    ACTION_LACKS:
      'في البطاقة «{title}» ينقص {item, select, startsOn {تاريخ البداية} endsOn {تاريخ النهاية} axis {محور أو تبرير} indicators {مؤشر} methods {طريقة لجمع المعطيات} responsibles {مسؤول(ة) عن مؤشر} transversal {جواب عن محور أفقي} budget {سطر في الميزانية} other {عنصر}}.',
    PARTY_TO_VALIDATE: 'لم تصادق منسقية {party} بعد على برنامج سنة {year}.',
    PLAN_TO_FREEZE: 'صادقت المنسقيات على برنامج سنة {year}: يجب حصره لعرضه على اللجنة.',
    PLAN_TO_DECIDE: 'برنامج سنة {year} محصور وينتظر قرار لجنة القيادة.',
    MINUTES_TO_SIGN: 'برنامج سنة {year} معتمد: المحضر ينتظر توقيعاته.',
  },
};
