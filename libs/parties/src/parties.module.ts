import { Module } from '@nestjs/common';
import { OpenPartnership } from './actions/open-partnership.js';
import { ViewerView } from './views/viewer.view.js';

@Module({ providers: [OpenPartnership, ViewerView], exports: [OpenPartnership] })
export class PartiesModule {}
