// Rules of this house that no published plugin knows. One file a rule; eslint.config.mjs says where each applies.
import { dataAccess } from './data-access.ts';
import { environmentAccess } from './environment-access.ts';
import { namesSaySomething } from './names-say-something.ts';
import { webStandardOnly } from './web-standard-only.ts';

export const house = {
  meta: { name: 'house' },
  rules: {
    'data-access': dataAccess,
    'environment-access': environmentAccess,
    'names-say-something': namesSaySomething,
    'web-standard-only': webStandardOnly,
  },
};
