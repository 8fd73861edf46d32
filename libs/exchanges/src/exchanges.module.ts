import { Module } from '@nestjs/common';

/** No door of this room is open yet: missions, events and collectives come with their issues. */
@Module({})
export class ExchangesModule {}
