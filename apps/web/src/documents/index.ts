// What other nouns may use of documents: the panel of a plan's papers.
export { DocumentsPanel } from './documents-panel.tsx';
