import { Module } from '@nestjs/common';
import { DeliberationModule } from '#deliberation';
import { MinutesFiles } from './minutes-files.js';
import { PublicFiles } from './public-files.js';

/** What leaves the house as a file, by plain HTTP. */
@Module({ imports: [DeliberationModule], controllers: [MinutesFiles, PublicFiles] })
export class FilesModule {}
