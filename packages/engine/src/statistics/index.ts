export * from './form.ts';
export * from './sheet.ts';
