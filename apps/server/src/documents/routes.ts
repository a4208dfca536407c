// documents.* of the contract: HTTP in and out, no thought.
import { api } from '../platform/api.ts';
import { cancelDocument, makeDocument } from './actions.ts';
import { documentFile, documentList } from './list.ts';
import { verifyCode } from './verify.ts';

export const documentsRoutes = api.documents.router({
  list: api.documents.list.handler(({ context, input }) => documentList(context, input)),
  make: api.documents.make.handler(({ context, input }) => makeDocument(context, input)),
  cancel: api.documents.cancel.handler(({ context, input }) => cancelDocument(context, input.id)),
  file: api.documents.file.handler(({ context, input }) => documentFile(context, input.id)),
  verify: api.documents.verify.handler(({ context, input }) => verifyCode(context, input.code)),
});
