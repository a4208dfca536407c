export * from './grant.ts';
export * from './lock-out.ts';
export * from './password.ts';
export * from './scope.ts';
export * from './session.ts';
