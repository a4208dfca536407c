// The record of every action that changed something, written in the transaction that changed it.
export { recordAudit } from './record.ts';
