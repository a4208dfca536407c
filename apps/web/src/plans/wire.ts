// What travels as the engine knows it, by the contract's own turning.
export { findingFromWire } from '@zhenghe/contract/finding-wire';
export { planFromWire as fromWire, planToWire as toWire } from '@zhenghe/contract/plan-wire';
