// The record of every action that changed something, written in the transaction that changed it, and proven afterwards.
export { sealWhenDue } from './actions.ts';
export { recordAudit } from './record.ts';
export { auditRoutes } from './routes.ts';
