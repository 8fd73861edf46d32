import { Module } from '@nestjs/common';
import { Decidables } from './decidables.js';

@Module({ providers: [Decidables], exports: [Decidables] })
export class DeliberationModule {}
