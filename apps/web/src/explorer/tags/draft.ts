// A tag as it is being typed, and the body that is proposed. Pure.
import type { TagRow } from '../shapes.ts';

export interface TagDraft {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly meaningZh: string;
  readonly meaningEn: string;
  readonly rule: string;
  readonly grain: TagRow['grain'];
  readonly sourceZh: string;
  readonly sourceEn: string;
  readonly ownerZh: string;
  readonly ownerEn: string;
  readonly expires: string;
}

export function draftOf(tag: TagRow | null): TagDraft {
  return {
    code: tag?.code ?? '',
    ...{ nameZh: tag?.name.zh ?? '', nameEn: tag?.name.en ?? '' },
    ...{ meaningZh: tag?.meaning.zh ?? '', meaningEn: tag?.meaning.en ?? '' },
    ...{ rule: tag?.rule ?? '', grain: tag?.grain ?? 'year' },
    ...{ sourceZh: tag?.source.zh ?? '', sourceEn: tag?.source.en ?? '' },
    ...{ ownerZh: tag?.owner.zh ?? '', ownerEn: tag?.owner.en ?? '' },
    expires: tag?.expires ?? '',
  };
}

export function bodyOf(draft: TagDraft) {
  const both = (zh: string, en: string) => ({ zh: zh.trim(), en: en.trim() });
  return {
    code: draft.code.trim(),
    name: both(draft.nameZh, draft.nameEn),
    meaning: both(draft.meaningZh, draft.meaningEn),
    rule: draft.rule.trim(),
    grain: draft.grain,
    source: both(draft.sourceZh, draft.sourceEn),
    owner: both(draft.ownerZh, draft.ownerEn),
    expires: draft.expires,
  };
}

/** Whether every field holds something: what it holds is judged by the server. */
export function isFilled(draft: TagDraft): boolean {
  return Object.values(draft).every((text) => text.trim() !== '');
}
