// What other nouns may use of approvals.
export { CasePanel } from './case-panel.tsx';
export { useCase } from './hooks.ts';
export { DueWords } from './parts/due-words.tsx';
export { TaskWord } from './parts/task-word.tsx';
export { type Picking, usePicking } from './picking.ts';
export type { CaseView } from './shapes.ts';
