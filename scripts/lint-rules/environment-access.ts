// `process.env` is read in lib/env, where a setting has a type, a default and a check; anywhere else it has none.
import type { Rule } from 'eslint';

export const environmentAccess: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      elsewhere: 'Read settings through `environment()` of lib/env; only lib/env reads process.env.',
    },
  },
  create: (context) => ({
    MemberExpression(node) {
      const property =
        node.property.type === 'Identifier'
          ? node.property.name
          : node.property.type === 'Literal' && node.property.value;
      if (node.object.type === 'Identifier' && node.object.name === 'process' && property === 'env') {
        context.report({ node, messageId: 'elsewhere' });
      }
    },
    // const { env } = process
    VariableDeclarator(node) {
      if (
        node.init?.type !== 'Identifier' ||
        node.init.name !== 'process' ||
        node.id.type !== 'ObjectPattern'
      )
        return;
      const taken = node.id.properties.some(
        (entry) => entry.type === 'Property' && entry.key.type === 'Identifier' && entry.key.name === 'env',
      );
      if (taken) context.report({ node, messageId: 'elsewhere' });
    },
    ImportSpecifier(node) {
      if (node.imported.type !== 'Identifier' || node.imported.name !== 'env') return;
      if (
        node.parent.type === 'ImportDeclaration' &&
        /^(node:)?process$/.test(String(node.parent.source.value))
      ) {
        context.report({ node, messageId: 'elsewhere' });
      }
    },
  }),
};
