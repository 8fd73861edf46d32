import { index, route, type RouteConfig } from '@react-router/dev/routes';

const door = [
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in-code.tsx'),
  route('sign-in/faster', 'routes/sign-in-faster.tsx'),
  route('passkey/:step', 'routes/passkey.ts'),
  route('devices', 'routes/devices.tsx'),
  route('confirm', 'routes/confirm.tsx'),
  route('confirm/code', 'routes/confirm-code.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
];

const minutes = [
  route('minutes', 'routes/minutes-list.tsx'),
  route('minutes/:id', 'routes/minutes.tsx'),
  route('minutes/:id/sign', 'routes/sign-minutes.tsx'),
  route('minutes/:id/refuse', 'routes/refuse-minutes.tsx'),
  route('minutes/:id/hand', 'routes/hand.tsx'),
  route('minutes/:id/hand/new', 'routes/hand-new.tsx'),
  route('minutes/:id/edit', 'routes/edit-minutes.tsx'),
  route('minutes/:id/save', 'routes/minutes-save.tsx'),
  route('minutes/:id/return', 'routes/return-minutes.tsx'),
  route('minutes/:id/observations', 'routes/observations.tsx'),
  route('minutes/:id/rectify', 'routes/rectify-minutes.tsx'),
];

const demo = [
  route('demo-clock', 'routes/demo-clock.tsx'),
  route('mailbox', 'routes/mailbox.tsx'),
  route('mailbox/:messageId', 'routes/letter.tsx'),
  route('mailbox/:messageId/html', 'routes/letter-html.ts'),
  route('mailbox/:messageId/attachments/:place', 'routes/letter-attachment.ts'),
];

const programme = [
  route('plans', 'routes/plans.tsx'),
  route('plans/:year', 'routes/plan.tsx'),
  route('plans/:year/calendar', 'routes/plan-calendar.tsx'),
  route('plans/:year/import', 'routes/plan-import.tsx'),
  route('actions', 'routes/actions.tsx'),
  route('actions/new', 'routes/action-new.tsx'),
  route('actions/:id', 'routes/action.tsx'),
  route('sheets/new', 'routes/sheet-new.tsx'),
  route('sheets/import', 'routes/sheet-import.tsx'),
  route('sheets/:sheetId', 'routes/sheet.tsx'),
  route('sheets/:sheetId/save', 'routes/sheet-save.tsx'),
  route('sheets/:sheetId/refill', 'routes/sheet-refill.tsx'),
  route('sheets/:sheetId/versions', 'routes/sheet-versions.tsx'),
  route('sheets/:sheetId/remarks', 'routes/sheet-remarks.tsx'),
  route('sheets/:sheetId/attach', 'routes/sheet-attach.tsx'),
  route('sheets/:sheetId/mail', 'routes/sheet-mail.tsx'),
  route('enter/:subjectId', 'routes/enter-for.tsx'),
  route('entered', 'routes/entered-list.tsx'),
  route('entered/:entryId', 'routes/entered-one.tsx'),
];

const reminders = [
  route('reminders', 'routes/reminders.tsx'),
  route('reminders/late', 'routes/reminders-late.tsx'),
  route('reminders/rows', 'routes/reminder-rows.tsx'),
  route('reminders/rows/:rule', 'routes/reminder-row.tsx'),
  route('reminders/year', 'routes/reminders-year.tsx'),
  route('why/:id', 'routes/why.tsx'),
  route('my-calendar', 'routes/my-calendar.tsx'),
];

const meetings = [route('meetings', 'routes/meetings.tsx'), route('meetings/:meetingId', 'routes/meeting.tsx'), route('meetings/:meetingId/sitting', 'routes/sitting.ts'), route('meetings/:meetingId/hands', 'routes/meeting-hands.tsx'), route('meetings/:meetingId/items/:itemId/attach', 'routes/item-attach.tsx')];

const open = [
  route('public', 'routes/public.tsx'),
  route('public/minutes/:id', 'routes/public-minutes.tsx'),
  route('public/feed.xml', 'routes/public-feed.ts'),
  route('public/record.json', 'routes/public-data.ts'),
  route('verify', 'routes/verify.tsx'),
  route('verify/:hash', 'routes/verify-hash.tsx'),
];

const people = [
  route('parties', 'routes/parties.tsx'),
  route('parties/:partyId', 'routes/party.tsx'),
  route('people', 'routes/people.tsx'),
  route('people/invite', 'routes/people-invite.tsx'),
  route('people/recover', 'routes/people-recover.tsx'),
  route('invitation/:id', 'routes/invitation.tsx'),
  route('who-may', 'routes/who-may.tsx'),
  route('partnerships/new', 'routes/partnership-new.tsx'),
  route('partnerships/coordinator', 'routes/partnership-coordinator.tsx'),
];

const agreement = [
  route('agreement', 'routes/agreement.tsx'),
  route('agreement/transmission', 'routes/read-stamp.tsx'),
  route('agreement/resolutions/:resolutionId/attach', 'routes/resolution-attach.tsx'),
  route('people/mandates/:mandateId/attach', 'routes/mandate-attach.tsx'),
];

const joining = [
  route('joining', 'routes/joining.tsx'),
  route('joining/minutes/new', 'routes/paper-new.tsx'),
  route('joining/minutes/:id', 'routes/paper.tsx'),
  route('joining/minutes/:id/attach', 'routes/paper-attach.tsx'),
  route('joining/projects', 'routes/joining-projects.tsx'),
  route('joining/plan/:year', 'routes/joining-plan.tsx'),
  route('history', 'routes/history.tsx'),
];

const rules = [route('setup/:step?', 'routes/set-up.tsx'), route('rules', 'routes/rules.tsx'), route('rules/:key', 'routes/rule.tsx'), route('agreement/text', 'routes/agreement-text.tsx')];

const own = [
  route('open-instance', 'routes/open-instance.tsx'),
  route('legal', 'routes/legal.tsx'),
  route('privacy', 'routes/privacy.tsx'),
  route('accessibility', 'routes/accessibility.tsx'),
  route('my-data', 'routes/my-data.tsx'),
  route('my-data/export.json', 'routes/my-data-export.ts'),
  route('my-data/erased', 'routes/my-data-erased.tsx'),
  route('unsubscribe/:token', 'routes/unsubscribe.tsx'),
];

export default [
  index('routes/home.tsx'),
  ...open,
  ...door,
  ...minutes,
  ...demo,
  ...programme,
  ...meetings,
  ...reminders,
  ...people,
  ...rules,
  ...agreement,
  ...joining,
  ...own,
  route('search', 'routes/search.tsx'),
  route('resume-sending', 'routes/resume-sending.tsx'),
  route('ui-kit', 'routes/ui-kit.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
