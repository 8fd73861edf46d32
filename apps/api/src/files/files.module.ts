import { Module } from '@nestjs/common';
import { AgreementModule } from '#agreement';
import { DeliberationModule } from '#deliberation';
import { PartiesModule } from '#parties';
import { ProgrammeModule } from '#programme';
import { AttachmentDesk } from './attachment-desk.js';
import { EntryDesk } from './entry-desk.js';
import { MeetingFiles } from './meeting-files.js';
import { MinutesFiles } from './minutes-files.js';
import { OfficeDesk } from './office-desk.js';
import { OfficeFiles } from './office-files.js';
import { PartnershipFiles } from './partnership-files.js';
import { Places } from './places.js';
import { PublicFiles } from './public-files.js';
import { VerificationDesk } from './verification-desk.js';

/** What leaves the house as a file, and what comes in as one, by plain HTTP. */
@Module({ imports: [PartiesModule, AgreementModule, DeliberationModule, ProgrammeModule], providers: [AttachmentDesk, EntryDesk, OfficeDesk, Places, VerificationDesk], controllers: [MeetingFiles, MinutesFiles, OfficeFiles, PartnershipFiles, PublicFiles] })
export class FilesModule {}
