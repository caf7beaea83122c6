// A folder or file called utils, helpers or common says nothing about what is in it, so everything ends up there.
import path from 'node:path';
import type { Rule } from 'eslint';

const vague = /^(utils?|helpers?|common|misc|shared|lib)$/i;

export const namesSaySomething: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { vague: '"{{name}}" says nothing; name the file or folder after what it holds.' },
  },
  create: (context) => ({
    Program(node) {
      const segments = path.relative(context.cwd, context.filename).split(path.sep);
      const inside = segments[0] === 'lib' ? segments.slice(1) : segments;
      const name = inside
        .map((segment) => segment.split('.')[0] ?? '')
        .find((segment) => vague.test(segment));
      if (name !== undefined) context.report({ node, messageId: 'vague', data: { name } });
    },
  }),
};
