export { PartiesModule } from './parties.module.js';
export { AppointAdmin } from './actions/appoint-admin.js';
export { OpenPartnership, type OpenPartnershipInput, type PartyInput, type SeatInput } from './actions/open-partnership.js';
export { isHeldOn, memberCategories, seatCategories, type SeatCategory } from './domain/seat.js';
export { actorOf, heldSeats, isInstanceAdmin } from './store/actor.store.js';
export * from './store/parties.entity.js';
export { seatsAt, type SeatAt } from './store/seat.store.js';
export { partiesOf, partnershipView, seatView } from './views/parties.reader.js';
export { PartnershipType, PartyType, SeatCategoryEnum, SeatType, TerritoryType, ViewerType } from './views/parties.types.js';
