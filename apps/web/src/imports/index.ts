// What other nouns may use of imports: the wizard for their own files, and where a record came from.
export { Origins } from './parts/origins.tsx';
export { ImportWizard } from './wizard.tsx';
