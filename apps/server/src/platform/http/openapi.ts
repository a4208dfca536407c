// The description of the API for other systems, made from the contract; `npm run docs` writes the same to docs/openapi.json.

import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@zhenghe/contract';
import { labelOf, shapeOf } from '@zhenghe/contract/level';
import { productVersion } from '../product.ts';

export function openApiDocument() {
  return new OpenAPIGenerator({ schemaConverters: [converter] }).generate(contract, {
    info: {
      title: '整合 Zhenghe',
      version: productVersion,
      description:
        '开发区（园区）整合提升：名录、法规、方案检查。Reading needs no key in this version; writing follows the role of the session.',
    },
    servers: [{ url: '/api' }],
  });
}

/** A field that carries personal or secret data says its level; without one it is L1. */
const converter = new ZodToJsonSchemaConverter({
  interceptors: [
    ({ schema, next }) => {
      const [required, json] = next();
      const label = labelOf(shapeOf(schema));
      return [required, label ? { ...json, 'x-level': label.level, 'x-data': label.kind } : json];
    },
  ],
});
