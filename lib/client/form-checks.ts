// What the schemas of forms are written with. Fetched when somebody first touches a form, so that no page's first load
// brings it: all of it together weighs as much as half a framework.
export { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
export {
  array,
  boolean,
  custom,
  email,
  enum,
  maxLength,
  minLength,
  object,
  refine,
  regex,
  string,
  superRefine,
  trim,
} from 'zod/mini';
