import { Module } from '@nestjs/common';
import { AcceptInvitation } from './actions/accept-invitation.js';
import { ApplyRecovery } from './actions/apply-recovery.js';
import { AskRecovery } from './actions/ask-recovery.js';
import { AttachToMandate } from './actions/attach-to-mandate.js';
import { ConfirmInvitation } from './actions/confirm-invitation.js';
import { ConfirmRecovery } from './actions/confirm-recovery.js';
import { DeclineInvitation } from './actions/decline-invitation.js';
import { EndMandate } from './actions/end-mandate.js';
import { InviteCoordinator } from './actions/invite-coordinator.js';
import { InviteToSeat } from './actions/invite-to-seat.js';
import { OpenNewPartnership } from './actions/open-new-partnership.js';
import { OpenPartnership } from './actions/open-partnership.js';
import { ResendInvitation } from './actions/resend-invitation.js';
import { StopRecovery } from './actions/stop-recovery.js';
import { UpdatePartyFacts } from './actions/update-party-facts.js';
import { WithdrawInvitation } from './actions/withdraw-invitation.js';
import { CoordinationView } from './views/coordination.view.js';
import { PartyFactsView } from './views/party-facts.view.js';
import { PeopleView } from './views/people.view.js';
import { TerritoryView } from './views/territory.view.js';
import { ViewerView } from './views/viewer.view.js';
import { WhoMayView } from './views/who-may.view.js';

const invitations = [InviteToSeat, InviteCoordinator, AcceptInvitation, DeclineInvitation, ConfirmInvitation, WithdrawInvitation, ResendInvitation];
const recoveries = [AskRecovery, ConfirmRecovery, StopRecovery, ApplyRecovery];

@Module({
  providers: [OpenPartnership, OpenNewPartnership, ...invitations, EndMandate, AttachToMandate, ...recoveries, UpdatePartyFacts, PartyFactsView, ViewerView, TerritoryView, PeopleView, CoordinationView, WhoMayView],
  exports: [OpenPartnership, AttachToMandate],
})
export class PartiesModule {}
