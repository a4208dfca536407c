// imports.* of the contract: HTTP in and out, no thought. The wiring says which kinds there are.
import { mayImport } from '../accounts/index.ts';
import { api } from '../platform/api.ts';
import { commitImport } from './commit.ts';
import type { ImportKinds } from './kind.ts';
import { batchDetail, batchFile, batchList, batchRows, originsOf } from './list.ts';
import { kindFor, kindRows, previewImport } from './preview.ts';
import { cancelImport, undoImport } from './undo.ts';

export const importsRoutes = (kinds: ImportKinds) =>
  api.imports.router({
    kinds: api.imports.kinds.handler(({ context, input }) =>
      kindRows(
        context,
        kinds.filter(({ kind }) => mayImport(context.caller, kind)),
        input,
      ),
    ),
    template: api.imports.template.handler(async ({ context, input }) => {
      const kind = await kindFor(context, kinds, input);
      return kind.template(context, { ...input, filled: input.filled ?? false });
    }),
    preview: api.imports.preview.handler(({ context, input }) => previewImport(context, kinds, input)),
    commit: api.imports.commit.handler(({ context, input }) => commitImport(context, kinds, input)),
    list: api.imports.list.handler(({ context, input }) => batchList(context, kinds, input)),
    get: api.imports.get.handler(({ context, input }) => batchDetail(context, kinds, input.id)),
    rows: api.imports.rows.handler(({ context, input }) => batchRows(context, input)),
    file: api.imports.file.handler(({ context, input }) => batchFile(context, input.id)),
    undo: api.imports.undo.handler(({ context, input }) => undoImport(context, kinds, input)),
    cancel: api.imports.cancel.handler(({ context, input }) => cancelImport(context, kinds, input.id)),
    origins: api.imports.origins.handler(({ context, input }) => originsOf(context, input)),
  });
