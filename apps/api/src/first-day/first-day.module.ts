import { Module } from '@nestjs/common';
import { EraseMyData } from './my-data/erase-my-data.js';
import { MyDataView } from './my-data/my-data.view.js';
import { NoticeView } from './notice.view.js';

/** What a town needs beside its partnerships: who answers for the instance, and each person's hold on her own data. */
@Module({ providers: [EraseMyData, MyDataView, NoticeView] })
export class FirstDayModule {}
