import { Module, type DynamicModule } from '@nestjs/common';
import { AgreementModule } from '#agreement';
import { DeliberationModule } from '#deliberation';
import { ExchangesModule } from '#exchanges';
import { IdentityModule } from '#identity';
import { NoticesModule } from '#notices';
import { PartiesModule } from '#parties';
import { GraphqlFloorModule } from '#platform';
import { ProgrammeModule } from '#programme';
import { DemoModule } from './demo/demo.module.js';
import { FirstDayModule } from './first-day/first-day.module.js';
import { FilesModule } from './files/files.module.js';
import { SearchModule } from './search/search.module.js';
import { MachinesModule, type Machines } from './machines.module.js';

/** The house, room by room, over its machines. */
@Module({})
export class AppModule {
  static over(machines: Machines, extra: Required<DynamicModule>['imports'] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [MachinesModule.with(machines), GraphqlFloorModule, IdentityModule, PartiesModule, AgreementModule, DeliberationModule, ProgrammeModule, ExchangesModule, NoticesModule, DemoModule, FilesModule, FirstDayModule, SearchModule, ...extra],
    };
  }
}
