import { Module } from '@nestjs/common';
import { RecordAgreement } from './actions/record-agreement.js';
import { PartnershipAgreementView } from './views/partnership-agreement.view.js';

@Module({ providers: [RecordAgreement, PartnershipAgreementView], exports: [RecordAgreement] })
export class AgreementModule {}
