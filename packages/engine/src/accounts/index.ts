export * from './grant.ts';
export * from './level.ts';
export * from './lock-out.ts';
export * from './password.ts';
export * from './scope.ts';
export * from './session.ts';
