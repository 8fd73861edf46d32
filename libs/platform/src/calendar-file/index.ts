export { deadlineCalendar, subscribedCalendar, type SubscribedCalendar, invitation, invitationFile, type CalendarPerson, type Deadline, type Invitation } from './calendar-file.js';
