// Every file that a reader refuses, named by what is wrong with it: the one list that tests run through and that people practise on.
import type { Feature } from '@zhenghe/engine/boundaries';
import { faultyArchives } from './faulty-archives.ts';
import { faultyTexts } from './faulty-texts.ts';
import type { FaultyFile } from './training-file.ts';

/** Of three blocks or more, so that there is something to mix up. */
export function faultyFiles(features: readonly Feature[]): readonly FaultyFile[] {
  return [...faultyArchives(features), ...faultyTexts(features)];
}
