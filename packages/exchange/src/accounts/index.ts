export { officeWords, setupLayout, unitKindWords } from './first-setup.ts';
