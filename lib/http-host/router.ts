// Finds the route file for a path. Static segments win over `[id]`, `[id]` over `[...path]`, as in Next.

/** A route file's exports by HTTP method. */
export type RouteModule = Readonly<Record<string, unknown>>;

/** Patterns in Next's spelling with the modules that answer them. */
export type RouteTable = readonly (readonly [pattern: string, module: RouteModule])[];

type Params = Record<string, string | string[]>;

export interface Match {
  readonly module: RouteModule;
  readonly params: Readonly<Params>;
}

interface Node {
  readonly children: Map<string, Node>;
  dynamic?: { readonly name: string; readonly node: Node };
  catchAll?: { readonly name: string; readonly optional: boolean; readonly module: RouteModule };
  module?: RouteModule;
}

const newNode = (): Node => ({ children: new Map() });
const noParams: Readonly<Params> = Object.freeze({});

function add(root: Node, pattern: string, module: RouteModule): void {
  let node = root;
  for (const segment of pattern.split('/').filter(Boolean)) {
    const catchAll = /^\[?\[\.\.\.([^\]]+)\]\]?$/.exec(segment)?.[1];
    if (catchAll !== undefined) {
      node.catchAll = { name: catchAll, optional: segment.startsWith('[['), module };
      return;
    }
    const dynamic = /^\[([^\]]+)\]$/.exec(segment)?.[1];
    if (dynamic !== undefined) {
      node.dynamic ??= { name: dynamic, node: newNode() };
      if (node.dynamic.name !== dynamic) throw new Error(`Two names for one path parameter at ${pattern}`);
      node = node.dynamic.node;
    } else {
      let child = node.children.get(segment);
      if (!child) node.children.set(segment, (child = newNode()));
      node = child;
    }
  }
  node.module = module;
}

function find(node: Node, segments: readonly string[], at: number): Match | undefined {
  const segment = segments[at];
  if (segment === undefined) {
    if (node.module) return { module: node.module, params: noParams };
  } else {
    const child = node.children.get(segment);
    const fixed = child && find(child, segments, at + 1);
    if (fixed) return fixed;
    const { dynamic } = node;
    const inside = dynamic && find(dynamic.node, segments, at + 1);
    if (inside) return { module: inside.module, params: { [dynamic.name]: segment, ...inside.params } };
  }
  const { catchAll } = node;
  if (!catchAll || (segment === undefined && !catchAll.optional)) return undefined;
  return {
    module: catchAll.module,
    params: segment === undefined ? noParams : { [catchAll.name]: segments.slice(at) },
  };
}

export type Router = (segments: readonly string[]) => Match | undefined;

/** A function from decoded path segments to the route that answers them; undefined when none does. */
export function makeRouter(table: RouteTable): Router {
  const root = newNode();
  for (const [pattern, module] of table) add(root, pattern, module);
  return (segments) => find(root, segments, 0);
}
