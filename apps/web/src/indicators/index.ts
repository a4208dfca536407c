// What other nouns may use of indicators: its words (names of groups), and a formula cut at what is wrong in it.
export { piecesOf } from './editor/marks.ts';
export { words as indicatorWords } from './words.ts';
