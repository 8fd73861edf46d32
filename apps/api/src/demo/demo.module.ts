import { Module } from '@nestjs/common';
import { NoticesDesk, NoticesModule } from '#notices';
import { AfterClockMove, DemoView } from './demo.view.js';

@Module({
  imports: [NoticesModule],
  providers: [{ provide: AfterClockMove, useFactory: (desk: NoticesDesk) => ({ run: () => desk.tick().then(() => undefined) }), inject: [NoticesDesk] }, DemoView],
})
export class DemoModule {}
