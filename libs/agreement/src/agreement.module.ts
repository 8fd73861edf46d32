import { Module, type OnModuleInit } from '@nestjs/common';
import { AgreeRuleCorrection } from './actions/agree-rule-correction.js';
import { AttachToResolution } from './actions/attach-to-resolution.js';
import { CloseRuleAsking } from './actions/close-rule-asking.js';
import { ConfirmService } from './actions/confirm-service.js';
import { CorrectRule } from './actions/correct-rule.js';
import { DecideAxis } from './actions/decide-axis.js';
import { DecideRule } from './actions/decide-rule.js';
import { GiveTerminationNotice } from './actions/give-termination-notice.js';
import { ProposeAxis } from './actions/propose-axis.js';
import { ProposeRuleChange } from './actions/propose-rule-change.js';
import { RecordAgreementSignature } from './actions/record-agreement-signature.js';
import { RecordCouncilResolution } from './actions/record-council-resolution.js';
import { RecordOriginalCopies } from './actions/record-original-copies.js';
import { RecordRenewalReview } from './actions/record-renewal-review.js';
import { RecordTransmission } from './actions/record-transmission.js';
import { RecordVisa } from './actions/record-visa.js';
import { SetRule } from './actions/set-rule.js';
import { WithdrawAxis } from './actions/withdraw-axis.js';
import { WithdrawTerminationNotice } from './actions/withdraw-termination-notice.js';
import { CorrectAgreement } from './actions/correct-agreement.js';
import { RecordAgreement } from './actions/record-agreement.js';
import { WriteArticles } from './actions/write-articles.js';
import { WriteAxes } from './actions/write-axes.js';
import { ForecastAmounts } from './store/forecast-amounts.js';
import { lifeRests, RestingOnAgreement } from './store/resting.js';
import { LifeDesk } from './views/life.desk.js';
import { LifeReader } from './views/life.reader.js';
import { LifeView } from './views/life.view.js';
import { PartnershipAgreementView } from './views/partnership-agreement.view.js';
import { RuleBookView } from './views/rule-book.view.js';
import { SetUpView } from './views/set-up.view.js';

/** The acts of an agreement's life. */
const life = [RecordCouncilResolution, RecordAgreementSignature, RecordTransmission, RecordVisa, RecordOriginalCopies, RecordRenewalReview, GiveTerminationNotice, WithdrawTerminationNotice, AttachToResolution];

/** The acts on its rules. */
const rules = [SetRule, ConfirmService, ProposeRuleChange, CorrectRule, AgreeRuleCorrection, CloseRuleAsking, DecideRule];

/** The acts on its axes. */
const axes = [ProposeAxis, WithdrawAxis, DecideAxis];

/** The acts of the set-up. */
const setUp = [RecordAgreement, CorrectAgreement, WriteArticles, WriteAxes];

@Module({ providers: [ForecastAmounts, RestingOnAgreement, RuleBookView, SetUpView, ...setUp, ...rules, ...axes, PartnershipAgreementView, LifeDesk, LifeReader, LifeView, ...life], exports: [ForecastAmounts, RestingOnAgreement, ...setUp, ...life, ...rules, ...axes] })
export class AgreementModule implements OnModuleInit {
  constructor(private readonly resting: RestingOnAgreement) {}

  onModuleInit(): void {
    this.resting.register('LIFE', lifeRests);
  }
}
