// Only repositories, lib/db and the seed talk to PostgreSQL: everything a domain may read or change of its
// tables stands in one file, where its tenant conditions can be read together.
import type { Rule } from 'eslint';

const drivers = /^(pg|prisma|@prisma\/.+)$/;
const generatedClient = /(^|\/)db\/generated(\/|$)/;
const databaseModule = /^(@\/lib|\.{1,2}(\/\.\.)*)\/db(\/(index|pool|prisma|statement))?$/;
const handles = new Set(['prisma', 'statement', 'pool']);

export const dataAccess: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      driver: '`{{name}}` belongs into a repository.ts (or lib/db, or the seed).',
      handle:
        '`{{name}}` of lib/db belongs into a repository.ts; ask the domain for a verb or a repository function.',
      connection:
        '`{{name}}` writes SQL outside a repository.ts; hand `tx` to a repository function instead.',
    },
  },
  create: (context) => ({
    ImportDeclaration(node) {
      const source = String(node.source.value);
      if (drivers.test(source) || generatedClient.test(source)) {
        context.report({ node, messageId: 'driver', data: { name: source } });
      }
      if (!databaseModule.test(source)) return;
      for (const specifier of node.specifiers) {
        if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier') continue;
        const { name } = specifier.imported;
        if (handles.has(name)) context.report({ node: specifier, messageId: 'handle', data: { name } });
      }
    },
    // tx.client, tx.prisma, ctx.tx.client, …
    MemberExpression(node) {
      if (node.property.type !== 'Identifier' || !['client', 'prisma'].includes(node.property.name)) return;
      const { object } = node;
      const isTransaction =
        (object.type === 'Identifier' && object.name === 'tx') ||
        (object.type === 'MemberExpression' &&
          object.property.type === 'Identifier' &&
          object.property.name === 'tx');
      if (isTransaction)
        context.report({ node, messageId: 'connection', data: { name: `tx.${node.property.name}` } });
    },
  }),
};
