import type { MigrationInterface } from 'typeorm';
import { Tables1764000000001 } from './0001-tables.js';
import { Access1764000000002 } from './0002-access.js';
import { AccessStamp1795000000003 } from './0003-access-stamp.js';
import { Offices1795000000004 } from './0004-offices.js';
import { Door1795000000005 } from './0005-door.js';
import { People1795000000006 } from './0006-people.js';
import { Journal1795000000007 } from './0007-journal.js';
import { Attachments1795000000008 } from './0008-attachments.js';
import { FirstDay1795000000009 } from './0009-first-day.js';
import { Epoch1795000000010 } from './0010-epoch.js';
import { Decline1795000000011 } from './0011-decline.js';
import { AuditAttachments1795000000012 } from './0012-audit-attachments.js';
import { Rules1795000000013 } from './0013-rules.js';
import { Life1795000000014 } from './0014-life.js';
import { SheetHistory1795000000015 } from './0015-sheet-history.js';
import { Parties1795000000017 } from './0017-parties.js';
import { Coordination1795000000018 } from './0018-coordination.js';
import { Search1795000000019 } from './0019-search.js';
import { AxesAndInterims1795000000020 } from './0020-axes-and-interims.js';
import { AuditNewColumns1795000000021 } from './0021-audit-new-columns.js';
import { SetUp1795000000022 } from './0022-set-up.js';
import { Joining1795000000023 } from './0023-joining.js';
import { Milestones1795000000024 } from './0024-milestones.js';
import { ExchangeRates1795000000025 } from './0025-exchange-rates.js';
import { PartyFacts1795000000028 } from './0028-party-facts.js';
import { Convening1795000000029 } from './0029-convening.js';
import { FollowedActions1795000000026 } from './0026-followed-actions.js';
import { EnteredActs1795000000027 } from './0027-entered-acts.js';
import { HandSignatures1795000000033 } from './0033-hand-signatures.js';
import { MailRhythm1795000000034 } from './0034-mail-rhythm.js';
import { CalendarFeed1795000000035 } from './0035-calendar-feed.js';
import { PrintedCopies1795000000030 } from './0030-printed-copies.js';
import { Sitting1795000000031 } from './0031-sitting.js';
import { MinutesLife1795000000032 } from './0032-minutes-life.js';
import { ReminderRows1795000000038 } from './0038-reminder-rows.js';
import { Movements1795000000039 } from './0039-movements.js';
import { Incidents1795000000042 } from './0042-incidents.js';
import { DeclaredDays1795000000043 } from './0043-declared-days.js';
import { WaitingFacts1795000000045 } from './0045-waiting-facts.js';
import { SignatureContest1795000000046 } from './0046-signature-contest.js';

/** Every migration, in order; one that has landed is frozen (`docs/building.md`, « Rows »). */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Tables1764000000001,
  Access1764000000002,
  AccessStamp1795000000003,
  Offices1795000000004,
  Door1795000000005,
  People1795000000006,
  Journal1795000000007,
  Attachments1795000000008,
  FirstDay1795000000009,
  Epoch1795000000010,
  Decline1795000000011,
  AuditAttachments1795000000012,
  Rules1795000000013,
  Life1795000000014,
  SheetHistory1795000000015,
  Parties1795000000017,
  Coordination1795000000018,
  Search1795000000019,
  AxesAndInterims1795000000020,
  AuditNewColumns1795000000021,
  SetUp1795000000022,
  Joining1795000000023,
  Milestones1795000000024,
  ExchangeRates1795000000025,
  FollowedActions1795000000026,
  EnteredActs1795000000027,
  PartyFacts1795000000028,
  Convening1795000000029,
  PrintedCopies1795000000030,
  Sitting1795000000031,
  MinutesLife1795000000032,
  HandSignatures1795000000033,
  MailRhythm1795000000034,
  CalendarFeed1795000000035,
  ReminderRows1795000000038,
  Movements1795000000039,
  Incidents1795000000042,
  DeclaredDays1795000000043,
  WaitingFacts1795000000045,
  SignatureContest1795000000046,
];
