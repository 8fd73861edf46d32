import { Module } from '@nestjs/common';
import { SearchView } from './search.view.js';

/** One question to everything the rooms keep. */
@Module({ providers: [SearchView] })
export class SearchModule {}
