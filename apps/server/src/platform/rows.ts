// Generated from the migrated database by `npm run docs`; do not edit.

// biome-ignore lint/suspicious/noEmptyInterface: no migration yet
export interface Tables {}
