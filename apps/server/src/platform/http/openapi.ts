// The description of the API for other systems, made from the contract; `npm run docs` writes the same to docs/openapi.json.

import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '@zhenghe/contract';
import { productVersion } from '../product.ts';

export function openApiDocument() {
  return new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
    info: {
      title: '整合 Zhenghe',
      version: productVersion,
      description:
        '开发区（园区）整合提升：名录、法规、方案检查。Reading needs no key in this version; writing follows the role of the session.',
    },
    servers: [{ url: '/api' }],
  });
}
