// The partner ring runs on two hosts, ours and Next. A `next/*` import, type or value, works on one of them only.
import type { Rule } from 'eslint';

const next = /^next(\/|$)/;

export const webStandardOnly: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      next: '`{{name}}` exists under Next only; this code also runs on our own host. Use Web standards.',
    },
  },
  create(context) {
    const check = (node: Rule.Node, source: unknown) => {
      if (typeof source === 'string' && next.test(source))
        context.report({ node, messageId: 'next', data: { name: source } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.type === 'Literal' && node.source.value),
    };
  },
};
