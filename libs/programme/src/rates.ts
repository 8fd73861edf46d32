export { RecordRate } from './actions/record-rate.js';
export { WithdrawRate } from './actions/withdraw-rate.js';
export * from './store/rate.entity.js';
