// What other nouns may use of zones: the field's own terms for types, grades and labels.
export { terms } from './terms.ts';
