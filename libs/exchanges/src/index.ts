export { ExchangesModule } from './exchanges.module.js';
export { announceOn, type AnnouncedDay } from './domain/public-event.js';
