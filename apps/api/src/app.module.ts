import { Module, type DynamicModule } from '@nestjs/common';
import { AgreementModule } from '#agreement';
import { IdentityModule } from '#identity';
import { PartiesModule } from '#parties';
import { GraphqlFloorModule } from '#platform';
import { MachinesModule, type Machines } from './machines.module.js';

/** The house, room by room, over its machines. */
@Module({})
export class AppModule {
  static over(machines: Machines, extra: Required<DynamicModule>['imports'] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [MachinesModule.with(machines), GraphqlFloorModule, IdentityModule, PartiesModule, AgreementModule, ...extra],
    };
  }
}
